import { buildEntries } from '../entry.ts'
import { rich } from '../rich-text.ts'
import { rfc } from '../specs.ts'

/** RFC 8628: a device without a keyboard shows a code, and the user agrees elsewhere. */
export const DEVICE_RESPONSE = buildEntries('parameter', ['device authorization response'], {
  device_code: {
    summary: 'The secret half: the device polls the token endpoint with it.',
    detail: rich`The device shows it to nobody.`,
    specs: [rfc(8628, '3.2')],
  },
  user_code: {
    summary: 'The short code that the device shows and the user types in.',
    specs: [rfc(8628, '3.2'), rfc(8628, '6.1')],
  },
  verification_uri: {
    summary: 'Where the user types the code in.',
    specs: [rfc(8628, '3.2')],
  },
  verification_uri_complete: {
    summary: 'The same address with the code in it, for a QR code.',
    detail: rich`The page still shows the code, so that the user can compare it with the device.`,
    specs: [rfc(8628, '3.3.1')],
  },
  expires_in: {
    summary: 'How many seconds both codes are good for.',
    specs: [rfc(8628, '3.2')],
  },
  interval: {
    summary: 'How many seconds to wait between two polls.',
    detail: rich`Five where it is left out. A client that polls sooner gets {slow_down}, and five more seconds to wait.`,
    specs: [rfc(8628, '3.2'), rfc(8628, '3.5')],
  },
})

/** The form of the page where a code is typed in. */
export const DEVICE_PAGE = buildEntries('parameter', ['device page'], {
  user_code: {
    summary: 'The code that the device shows, as the user typed it in.',
    detail: rich`Case and dashes do not matter here. A code nobody was given, or one that is over, says so on the page.`,
    specs: [rfc(8628, '3.3'), rfc(8628, '6.1')],
  },
  confirm: {
    summary: 'The user says that the code is the one on the device.',
    detail: rich`The step is there because a stranger may have sent the link, hoping that somebody agrees to the stranger's device.`,
    specs: [rfc(8628, '3.3'), rfc(8628, '5.4')],
  },
  abort: { summary: 'The user refuses the device.', specs: [rfc(8628, '3.3')] },
  xsrf: {
    summary: 'A secret of the form, which shows that it was sent from the page.',
    detail: rich`Another site can make a browser send a form, but it cannot read this value.`,
    where: ['device page', 'logout request'],
    specs: [rfc(6749, '10.12')],
  },
})
