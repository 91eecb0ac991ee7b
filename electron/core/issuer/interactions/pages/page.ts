import type { ErrorLesson, Link, RichText } from '#shared/teach/lesson.ts'

export type { ErrorLesson, Link, RichText } from '#shared/teach/lesson.ts'

/**
 * What the issuer's own pages show, one variant a page. The handlers decide; `render-page.tsx` turns a page
 * into a document. Field names that a form posts back are given beside each variant.
 */

export interface ClientView {
  readonly client_id: string
  readonly name: string
  readonly logoUri?: string | undefined
  readonly uri?: string | undefined
}

export interface UserView {
  readonly username: string
  readonly name: string
  readonly email?: string | undefined
}

/** Posts `account` (a user's button), or `username` and `password` with `action=sign-in`, or `action=cancel`. */
export interface SignInPage {
  readonly kind: 'sign-in'
  readonly client: ClientView | undefined
  /** Shown each with its button and its password: this is a playground. */
  readonly users: readonly (UserView & { readonly password: string; readonly hasSecondFactor: boolean })[]
  /** How many there are besides, who sign in with their password. */
  readonly others?: number | undefined
  readonly loginHint?: string | undefined
  /** Why a person who is signed in sees this page all the same. */
  readonly reason?: RichText | undefined
  readonly error?: string | undefined
}

/** Posts `code` with `action=verify`, or `action=skip`, or `action=cancel`. */
export interface SecondFactorPage {
  readonly kind: 'second-factor'
  readonly client: ClientView | undefined
  readonly user: UserView
  /** The code that an authenticator app would show now. */
  readonly currentCode: string
  readonly secondsLeft: number
  /** Only when the application did not demand the second factor. */
  readonly skippable: boolean
  readonly error?: string | undefined
}

export interface ScopeChoice {
  /** Posted as `scope` when ticked. */
  readonly key: string
  readonly name: string
  readonly description: string
  readonly api?: { readonly name: string; readonly identifier: string } | undefined
  /** Cannot be unticked: without it the sign-in has no meaning (`openid`). */
  readonly required: boolean
}

/** Posts `scope` (many) with `action=allow`, or `action=deny`. */
export interface ConsentPage {
  readonly kind: 'consent'
  readonly client: ClientView
  readonly user: UserView
  readonly scopes: readonly ScopeChoice[]
  /** Claims asked for one by one through the `claims` parameter. */
  readonly claims: readonly string[]
  /** Each entry of `authorization_details`, as sent. */
  readonly authorizationDetails: readonly { readonly type: string; readonly [member: string]: unknown }[]
  /** Where the answer goes. */
  readonly redirectUri?: string | undefined
}

/** Posts `xsrf` and `user_code`. */
export interface DeviceCodePage {
  readonly kind: 'device-code'
  readonly action: string
  readonly xsrf: string
  readonly userCode?: string | undefined
  readonly error?: string | undefined
}

/** Posts `xsrf` and `user_code` with `confirm=yes` or `abort=yes`. */
export interface DeviceConfirmPage {
  readonly kind: 'device-confirm'
  readonly action: string
  readonly xsrf: string
  readonly userCode: string
  readonly client: ClientView
  readonly deviceInfo: { readonly ip?: string | undefined; readonly userAgent?: string | undefined }
}

export interface DeviceDonePage {
  readonly kind: 'device-done'
  readonly client: ClientView
}

/** Posts `xsrf` with `logout=yes`, or without it to stay signed in. */
export interface SignOutPage {
  readonly kind: 'sign-out'
  readonly action: string
  readonly xsrf: string
  readonly client?: ClientView | undefined
  readonly user?: UserView | undefined
}

export interface SignedOutPage {
  readonly kind: 'signed-out'
  readonly client?: ClientView | undefined
}

/** A request of CIBA that waits for a person. Posts `csrf` and `request` with `action=approve` or `action=deny`. */
export interface ApprovalsPage {
  readonly kind: 'approvals'
  readonly action: string
  readonly csrf: string
  readonly requests: readonly {
    readonly id: string
    readonly client: ClientView
    readonly user: UserView
    readonly bindingMessage?: string | undefined
    readonly scopes: readonly { readonly name: string; readonly description: string }[]
    readonly secondsLeft: number
  }[]
  /** What became of the request that was just answered. */
  readonly notice?: string | undefined
}

/** An error that is shown because it must not, or cannot, go back to the application. */
export interface ErrorPage {
  readonly kind: 'error'
  readonly lesson: ErrorLesson
}

/** A plain statement: not found, method not allowed, where the screens will be. */
export interface MessagePage {
  readonly kind: 'message'
  readonly title: string
  readonly text: readonly RichText[]
  readonly links: readonly Link[]
}

export interface ParameterView {
  readonly name: string
  readonly value: string
  /** One sentence about a name that the protocols know. */
  readonly meaning?: string | undefined
}

/** The playground's own redirect address: what was sent there. */
export interface CallbackPage {
  readonly kind: 'callback'
  readonly query: readonly ParameterView[]
  readonly body: readonly ParameterView[]
  /** How many parameters are not shown. */
  readonly leftOut: number
  readonly links: readonly Link[]
}

export type Page =
  | SignInPage
  | SecondFactorPage
  | ConsentPage
  | DeviceCodePage
  | DeviceConfirmPage
  | DeviceDonePage
  | SignOutPage
  | SignedOutPage
  | ApprovalsPage
  | ErrorPage
  | MessagePage
  | CallbackPage

export interface RenderedPage {
  readonly html: string
  /** The whole Content-Security-Policy for this document. */
  readonly contentSecurityPolicy: string
}

export interface RenderOptions {
  /** The only origins that may frame the page: the playground's own screens. */
  readonly frameAncestors: readonly string[]
}
