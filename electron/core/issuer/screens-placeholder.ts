/** The page that stands on the second port until the screens exist: where they will be, and what there is. */
export async function renderScreensPlaceholder(issuer: string) {
  const { renderPage } = await import('./interactions/pages/render-page.tsx')
  return renderPage(
    {
      kind: 'message',
      title: 'The screens will be here',
      text: [
        ['The issuer is running at ', { code: issuer }, '. Applications can use it now.'],
        ['Walkthroughs, traffic and settings will be served at this address by a coming version.'],
      ],
      links: [
        { label: 'Open the discovery document', href: `${issuer}/.well-known/openid-configuration` },
        { label: 'Enter a device code', href: `${issuer}/device` },
        { label: 'Answer a request', href: `${issuer}/approvals` },
      ],
    },
    { frameAncestors: [] },
  )
}
