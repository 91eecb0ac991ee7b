/** Asking again and again until somebody has answered elsewhere (RFC 8628 section 3.5, CIBA section 11). */
import type { Link } from '../../teach/lesson.ts'
import { rich } from '../../teach/rich-text.ts'
import { expectRefusal, readRefusal } from '../answer.ts'
import { skipCheck } from '../checks.ts'
import type { Answer, CallStep, Context, Outcome } from '../flow.ts'
import { learn, maybeNumber } from '../known.ts'
import { processTokenAnswer } from '../token-answer.ts'
import { tokenRequest, type TokenRequest } from './token-request.ts'

/** Seconds, where the answer says none (RFC 8628 section 3.2). */
const INTERVAL = 5
/** What slow_down adds, for all polls from then on. */
const INCREASE = 5

interface Polling extends Pick<TokenRequest, 'grant_type' | 'parameters' | 'specs'> {
  readonly spec: Link
}

/** Three polls: too early for an answer, too early for a poll, and the one that waits. */
export function buildPolls(polling: Polling) {
  return { pending: pollPending(polling), early: pollEarly(polling), poll: poll(polling) }
}

function pollPending({ spec, ...request }: Polling): CallStep {
  return {
    ...tokenRequest({
      ...request,
      id: 'poll-pending',
      title: 'Ask whether there is an answer',
      answerArrow: '400 authorization_pending',
      what: rich`The client begins to poll. Nobody has answered yet, so it hears {authorization_pending}: not an error, but a “not yet”.`,
      goesWrong: rich`A client that takes this for a failure gives up before the user has found the telephone.`,
    }),
    process: (_context, answer) =>
      expectRefusal(answer, {
        id: 'pending',
        title: 'The issuer says: not yet',
        spec,
        status: [400],
        codes: ['authorization_pending'],
        otherwise: 'Either somebody has answered already, or the issuer has another reason to refuse.',
      }),
  }
}

function pollEarly({ spec, ...request }: Polling): CallStep {
  const slow = { id: 'slow-down', title: 'The issuer says: slower', spec }
  return {
    ...tokenRequest({
      ...request,
      id: 'poll-early',
      title: 'Ask again too soon',
      answerArrow: '400 slow_down',
      what: rich`The client asks once more without having waited for {interval} seconds. It hears {slow_down}, and from now on has to wait five seconds longer each time.`,
      goesWrong: rich`A million televisions that poll without waiting are an attack, even when nobody meant one.`,
    }),
    process(context, answer) {
      // Whoever took longer than the interval over this step has not asked too soon.
      if (readRefusal(answer)?.code === 'authorization_pending') {
        return {
          learned: {},
          checks: [skipCheck(slow, 'Enough time had passed, or this issuer lets clients poll as they like.')],
        }
      }
      const otherwise = 'The issuer lets clients poll as fast as they like, or somebody has answered already.'
      const refused = expectRefusal(answer, { ...slow, otherwise, status: [400], codes: ['slow_down'] })
      return { ...refused, learned: learn({ interval: intervalOf(context) + INCREASE }) }
    },
  }
}

function poll({ spec: _spec, ...request }: Polling): CallStep {
  return {
    ...tokenRequest({
      ...request,
      title: 'Ask until there are tokens',
      what: rich`The client goes on polling. Once the user has allowed it, the same request is answered with tokens; once the user has denied it, with {access_denied}.`,
      goesWrong: rich`The code that the client polls with is as good as the tokens: whoever has it gets them. It ends after its time, with {expired_token}.`,
    }),
    async process(context, answer) {
      return notYet(context, answer) ?? (await processTokenAnswer(context, answer, request.grant_type))
    },
  }
}

function notYet(context: Context, answer: Answer): Outcome | undefined {
  const code = readRefusal(answer)?.code
  const interval = intervalOf(context)
  if (code === 'authorization_pending') {
    // Learnt once more, since an earlier answer to the same step may have made it longer.
    return { learned: learn({ interval }), checks: [], again: { after: interval, reason: 'Nobody has answered yet.' } }
  }
  if (code !== 'slow_down') return undefined
  const longer = interval + INCREASE
  const reason = 'That was too soon: from now on the client waits five seconds longer.'
  return { learned: learn({ interval: longer }), checks: [], again: { after: longer, reason } }
}

function intervalOf(context: Context): number {
  return maybeNumber(context, 'interval') ?? INTERVAL
}
