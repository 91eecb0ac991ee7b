import { ACR } from '#shared/oauth/protocol.ts'

import { epochSeconds } from '../../store/epoch-seconds.ts'
import { finish, type PromptHandler, type PromptRequest, refuse } from './interaction.ts'
import { checkTotp, totpCode, totpSecondsLeft } from './totp.ts'
import { clientView, userView } from './views.ts'

export const secondFactor: PromptHandler = {
  show: (request) => showSecondFactor(request),
  async submit(request, form) {
    const action = form.get('action')
    if (action === 'cancel') return refuse(request, 'the user cancelled the second factor')
    if (action === 'skip' && isSkippable(request)) return finish(request, { second_factor: { skipped: true } })
    const { username, secret } = enrolment(request)
    if (!checkTotp(secret, form.get('code') ?? '', epochSeconds())) {
      request.ctx.status = 422
      return showSecondFactor(request, 'This is not the code of this moment.')
    }
    return finish(request, {
      login: { ...sessionLogin(request), accountId: username, amr: ['pwd', 'otp', 'mfa'], acr: ACR.secondFactor },
      second_factor: { skipped: false },
    })
  },
}

function showSecondFactor(request: PromptRequest, error?: string): Promise<void> {
  const { user, secret } = enrolment(request)
  return request.showPage(request.ctx, {
    kind: 'second-factor',
    client: clientView(request.client),
    user: userView(user),
    currentCode: totpCode(secret, epochSeconds()),
    secondsLeft: totpSecondsLeft(epochSeconds()),
    skippable: isSkippable(request),
    error,
  })
}

/** The person may go on without it only when they alone wanted it, not the application. */
function isSkippable({ interaction }: PromptRequest): boolean {
  return interaction.prompt.details['demanded'] === 'no'
}

function enrolment({ interaction, store }: PromptRequest) {
  const username = interaction.lastSubmission?.login?.accountId ?? interaction.session?.accountId
  const user = username === undefined ? undefined : store.users.get(username)
  if (!user?.secondFactor) throw new Error('the second factor was removed while it was asked for')
  return { user, username: user.username, secret: user.secondFactor.totpSecret }
}

/** A step-up within a session counts as a fresh sign-in from now on. */
function sessionLogin({ interaction }: PromptRequest) {
  return interaction.lastSubmission?.login ?? {}
}
