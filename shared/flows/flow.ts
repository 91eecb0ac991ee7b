/**
 * A walkthrough as data: who says what to whom, how each message is built from what is known so far, and what is learnt
 * from its answer. The engine that runs one knows no grant by name.
 */
import type { ClientMetadata } from '../model/client.ts'
import type { HeaderPair } from '../model/exchange.ts'
import type { Link, RichText } from '../teach/lesson.ts'

export const ACTORS = ['user', 'browser', 'client', 'issuer', 'api'] as const
export type Actor = (typeof ACTORS)[number]

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/** What a person picks before the first step. */
export interface Choice {
  /** The id of an outside issuer; left out: the one that the program is. */
  readonly issuer?: string | undefined
  readonly client_id: string
  /** The identifier of the API that is to be called. */
  readonly api?: string | undefined
  /** Scopes, of OpenID Connect and of the API. */
  readonly scope: readonly string[]
  /** One of the flow's variants: a response type, a way to authenticate, a kind of subject token. */
  readonly variant?: string | undefined
  readonly layers: readonly LayerId[]
  /** Whom the unattended run signs in as, and whom a hint names. */
  readonly user: string
  /** Of a flow in which two applications take part. */
  readonly second_client_id?: string | undefined
}

export const LAYER_IDS = [
  'pkce',
  'openid',
  'form_post',
  'jarm',
  'iss',
  'par',
  'jar',
  'dpop',
  'resource',
  'rar',
  'refresh',
] as const
export type LayerId = (typeof LAYER_IDS)[number]

/** The parts of RFC 8414 metadata that steps use, with whatever else it says. */
export interface IssuerMetadata {
  readonly issuer: string
  readonly authorization_endpoint: string
  readonly token_endpoint: string
  readonly jwks_uri: string
  readonly [name: string]: Json | undefined
}

export interface FlowApi {
  readonly identifier: string
  readonly name: string
  /** Where a call goes, and one that needs a scope which was not asked for; left out for an API that is not served here. */
  readonly calls?: readonly FlowApiCall[] | undefined
}

export interface FlowApiCall {
  readonly title: string
  readonly method: string
  readonly url: string
  readonly scope: string
  readonly body?: string | undefined
}

/** Everything that a step may build on. */
export interface Context {
  readonly choice: Choice
  readonly issuer: IssuerMetadata
  /** With its secret. */
  readonly client: ClientMetadata
  /** What a client that signs signs with: its private key (RFC 7517). */
  readonly privateKey?: JsonObject | undefined
  readonly api?: FlowApi | undefined
  /** The other application, with its secret, where the choice names one. */
  readonly second?: ClientMetadata | undefined
  /** Of the user of the choice, for the one grant in which an application asks for it; left out: the user's name. */
  readonly password?: string | undefined
  readonly redirect_uri: string
  readonly known: Known
  readonly tools: FlowTools
}

/** What a client does with keys, clocks and chance; the engine hands it in, so that steps stay plain functions. */
export interface FlowTools {
  /** 32 bytes as base64url; another each time. */
  random(): string
  /** Seconds since the epoch. */
  now(): number
  /** base64url of SHA-256 (RFC 7636 section 4.2). */
  sha256(text: string): Promise<string>
  /** `at_hash`, `c_hash` (OpenID Connect Core 3.1.3.6): the left half of the hash that goes with the algorithm. */
  halfHash(text: string, alg: string): Promise<string>
  makeKey(alg: string): Promise<KeyPairJwk>
  signJwt(header: JwtHeader, claims: JsonObject, privateKey: JsonObject): Promise<string>
  /** With a shared secret, HS256 (client_secret_jwt). */
  signJwtWithSecret(claims: JsonObject, secret: string): Promise<string>
  /** Against the keys that the issuer publishes; nothing of the claims is checked. */
  verifyJwt(jwt: string): Promise<VerifiedJwt>
  /**
   * What a maintained client library says of a token answer; undefined when it has no objection. The client is the one
   * that asked, which in a walk with several is not always the same.
   */
  validateTokenAnswer(answer: Answer, grant: string, client?: ClientMetadata): Promise<string | undefined>
  /** The application's own backend, for a page that is to have no tokens. It is one of the demo's. */
  readonly backend: {
    readonly address: string
    /** Until the browser comes for its session, once, with the `state` of its sign-in. */
    keepTokens(state: string, tokens: { readonly access_token: string }): void
  }
}

export type JsonObject = Readonly<Record<string, Json>>

export interface KeyPairJwk {
  readonly privateKey: JsonObject
  readonly publicKey: JsonObject
}

export interface JwtHeader {
  readonly alg: string
  readonly [name: string]: Json
}

export interface VerifiedJwt {
  /** Undefined when it is no JWT at all. */
  readonly header: JsonObject | undefined
  readonly claims: JsonObject | undefined
  readonly signature: 'valid' | 'invalid'
  /** Why it is not valid, in words. */
  readonly reason?: string | undefined
}

export interface KnownValue {
  readonly value: Json
  /** What a real client would keep to itself. */
  readonly secret?: boolean
  /** The step that it was learnt in. */
  readonly from: string
}

/** By the protocol's name where it has one: `code_verifier`, `state`, `access_token`. */
export type Known = Readonly<Record<string, KnownValue>>

/** What is about to be sent; a person may change any of it. */
export interface Draft {
  readonly method: string
  readonly url: string
  readonly headers: readonly HeaderPair[]
  readonly body?: string | undefined
}

export interface Answer {
  readonly status: number
  readonly statusText: string
  readonly headers: readonly HeaderPair[]
  readonly body: string
}

/** What the browser brought back to the redirect address. */
export interface Arrival {
  readonly url: string
  readonly via: 'query' | 'fragment' | 'form_post'
  readonly parameters: Readonly<Record<string, string>>
}

/** One thing that a client has to check, and how it came out. */
export interface Check {
  readonly id: string
  readonly title: string
  readonly outcome: 'passed' | 'failed' | 'skipped'
  readonly expected?: string | undefined
  readonly found?: string | undefined
  /** When it failed: what that may mean. When skipped: why. */
  readonly explanation?: string | undefined
  readonly spec: Link
}

export interface Outcome {
  readonly learned: Readonly<Record<string, { readonly value: Json; readonly secret?: boolean }>>
  readonly checks: readonly Check[]
  /** The protocol's own refusal: the step is over, the walk ends here, and it can be explained. */
  readonly error?: { readonly code: string; readonly description?: string | undefined } | undefined
  /** The answer says "not yet": the step is sent again by hand or after so many seconds (device, CIBA). */
  readonly again?: { readonly after: number; readonly reason: string } | undefined
}

export interface StepTeaching {
  readonly what: RichText
  readonly goesWrong?: RichText | undefined
  readonly specs: readonly Link[]
}

interface StepBase {
  /** Unique within the flow: `authorization-request`. */
  readonly id: string
  readonly title: string
  readonly from: Actor
  readonly to: Actor
  /** On the arrow of the diagram, a few words. */
  readonly arrow: string
  readonly teach: StepTeaching
}

/** Something that an actor does by itself. */
export interface LocalStep extends StepBase {
  readonly kind: 'local'
  run(context: Context): Promise<Outcome> | Outcome
}

/** A request that the client, or a device, sends by itself. */
export interface CallStep extends StepBase {
  readonly kind: 'call'
  /** What the answer's arrow says when it is good. */
  readonly answerArrow: string
  build(context: Context): Promise<Draft> | Draft
  process(context: Context, answer: Answer, sent: Draft): Promise<Outcome> | Outcome
}

/**
 * The client, or a person, sends the browser to an address. The run waits until the browser comes back with the next
 * arrival; where none follows before the next message of the client, until the person's steps in between are done.
 */
export interface BrowserStep extends StepBase {
  readonly kind: 'browser'
  build(context: Context): Promise<Draft> | Draft
}

/** What the person does on a page of the issuer; seen in the traffic, never sent by the engine. */
export interface PersonStep extends StepBase {
  readonly kind: 'person'
  /** Which page's answer it is. */
  readonly page: 'login' | 'consent' | 'device' | 'approval' | 'logout'
  /** Left out by the issuer when it is not needed: a session is there, the consent was given before. */
  readonly isOptional: boolean
}

/** The browser comes back to the client's redirect address. */
export interface ArrivalStep extends StepBase {
  readonly kind: 'arrival'
  process(context: Context, arrival: Arrival): Promise<Outcome> | Outcome
}

export type Step = LocalStep | CallStep | BrowserStep | PersonStep | ArrivalStep

/** A step as it is shown: what it is and says, without what it does. */
export interface ShownStep extends StepBase {
  readonly kind: Step['kind']
  readonly answerArrow?: string | undefined
}

export interface Variant {
  readonly id: string
  readonly title: string
  readonly summary: string
  /** A client of the scenarios that can have it, where the flow's own cannot. */
  readonly client_id?: string | undefined
}

/** Why something cannot be picked, in words; undefined when it can. */
export type Obstacle = string | undefined

/** What of an issuer something makes use of, beside the members that have to be there. */
export interface Uses {
  readonly grants?: readonly string[] | undefined
  readonly responseType?: string | undefined
  readonly responseMode?: string | undefined
  readonly scope?: string | undefined
  readonly authMethod?: string | undefined
  readonly acr?: string | undefined
}

export interface Flow {
  readonly id: string
  readonly title: string
  readonly group: 'person' | 'machine' | 'device' | 'extension' | 'around'
  /** One sentence: when one would use it. */
  readonly summary: string
  readonly verdict: {
    readonly tone: 'good' | 'neutral' | 'warn' | 'bad'
    readonly label: string
    readonly text: RichText
  }
  readonly specs: readonly Link[]
  readonly lanes: readonly Actor[]
  readonly variants: readonly Variant[]
  /** Those that can be switched on; a flow may have some always on by building them into its steps. */
  readonly layers: readonly LayerId[]
  /** Those that it has in any case. */
  readonly builtIn?: readonly LayerId[] | undefined
  readonly defaults: Omit<Choice, 'user'> & { readonly user?: string }
  /** The other application of a flow with two. */
  readonly second?: { readonly title: string; checkClient(client: ClientMetadata): Obstacle } | undefined
  /** What the issuer has to offer for it, by the names of its metadata; where it is not said, it is tried. */
  readonly needs?: readonly string[] | undefined
  /** What it makes use of in one of its variants. */
  uses?(variant: string | undefined): Uses
  /** Why it cannot be walked at an issuer that is not the program's own. */
  readonly onlyHere?: string | undefined
  /** What keeps this client, as it is registered, from this flow. */
  checkClient(client: ClientMetadata, variant: string | undefined): Obstacle
  /** Without layers; `buildSteps` of flows.ts puts them on. */
  steps(choice: Choice): readonly Step[]
}

/** A walkthrough as it is shown, without what it does. */
export type ShownFlow = Pick<Flow, 'id' | 'title' | 'summary' | 'verdict' | 'specs' | 'lanes'>

export interface Layer {
  readonly id: LayerId
  readonly title: string
  /** What it adds, in one sentence. */
  readonly summary: string
  readonly specs: readonly Link[]
  /** What keeps it from this choice: another layer, the client's registration, the variant. */
  checkFit(flow: Flow, choice: Choice, client: ClientMetadata): Obstacle
  /** What the issuer has to offer for it, by the names of its metadata. */
  readonly needs?: readonly string[] | undefined
  readonly uses?: Uses | undefined
  /** Why this client cannot go without it. */
  checkNeed?(client: ClientMetadata): string | undefined
  apply(steps: readonly Step[], choice: Choice): readonly Step[]
}
