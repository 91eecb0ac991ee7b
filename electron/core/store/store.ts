import type { Api } from '#shared/model/api.ts'
import type { Known } from '#shared/flows/flow.ts'
import type { Client, ClientMetadata, Origin } from '#shared/model/client.ts'
import type { FlowRun, RunSummary } from '#shared/model/flow-run.ts'
import type { SigningKey } from '#shared/model/key.ts'
import type { OutsideIssuer, OutsideSecrets } from '#shared/model/outside-issuer.ts'
import type { OwnScenario, StoredScenario } from '#shared/model/scenario.ts'
import type { Settings } from '#shared/model/settings.ts'
import type { User } from '#shared/model/user.ts'

import type { DocumentRow } from './documents.ts'
import type { HistoryTable } from './history.ts'

export interface Table<Entity> {
  get(id: string): Entity | undefined
  list(): readonly Entity[]
  /** True when there was something to remove. */
  remove(id: string): boolean
}

export interface ClientTable extends Table<Client> {
  put(metadata: ClientMetadata, origin: Origin): void
  /** Puts back a row as it was, its times included. */
  restore(row: DocumentRow): void
  row(id: string): DocumentRow | undefined
}

export interface ApiTable extends Table<Api> {
  put(api: Api, origin: Origin): void
  restore(row: DocumentRow): void
  row(id: string): DocumentRow | undefined
}

export interface UserTable extends Table<User> {
  put(user: User, origin: Origin): void
  restore(row: DocumentRow): void
  row(id: string): DocumentRow | undefined
}

export interface ScenarioTable extends Table<StoredScenario> {
  put(scenario: OwnScenario): void
  restore(row: DocumentRow): void
  row(id: string): DocumentRow | undefined
}

export interface KeyTable extends Table<SigningKey> {
  put(key: SigningKey): void
}

/** What oidc-provider keeps under a model's name: a token, a session, a grant, a code. */
export interface StoredRecord {
  readonly payload: Readonly<Record<string, unknown>>
  readonly consumedAt: number | undefined
}

export interface RecordTable {
  find(model: string, id: string): StoredRecord | undefined
  findByUserCode(model: string, userCode: string): StoredRecord | undefined
  findByUid(model: string, uid: string): StoredRecord | undefined
  upsert(model: string, id: string, payload: Readonly<Record<string, unknown>>, expiresAt: number | undefined): void
  /** True for the one caller that got there first. */
  consume(model: string, id: string): boolean
  destroy(model: string, id: string): void
  /** Removes every record of the grant whatever its model, and says how many there were. */
  destroyByGrantId(grantId: string): number
  count(model: string): number
  /** Ids of the records of a model that have not expired, oldest first; for models with few records. */
  listIds(model: string): readonly string[]
  /** A page of a model's records that have not expired, by id. */
  list(model: string, page: RecordPage): readonly ListedRecord[]
  /** A page of a model's records by id, the last first, those among it that have expired and are not swept yet. */
  newest(model: string, page: NewestPage): readonly (ListedRecord & Pick<StoredRecord, 'consumedAt'>)[]
  /** How many records of each model hang on a grant and have not been used up. */
  countByGrantId(grantId: string): Readonly<Record<string, number>>
  /** Removes a model's records whose payload has this member, and says how many there were; reads all of the model. */
  destroyWhere(model: string, member: OwnerMember, value: string): number
  /** Of whom there is any record at all; reads all of them once. */
  owners(member: Exclude<OwnerMember, 'aud'>): ReadonlySet<string>
  /** Removes every record of every model, and says how many there were. */
  clear(): number
  /** Puts back what the history noted of removed records, but for what has expired or is there anew; says how many. */
  restore(noted: string): number
}

/** The members of a payload that say whose it is. */
export type OwnerMember = 'clientId' | 'accountId' | 'aud'

export interface RecordPage {
  /** The id of the last record of the page before. */
  readonly after?: string | undefined
  readonly limit: number
  readonly clientId?: string | undefined
  readonly accountId?: string | undefined
}

export interface NewestPage extends Omit<RecordPage, 'after'> {
  /** The id of the last record of the page before. */
  readonly before?: string | undefined
}

export interface ListedRecord {
  readonly id: string
  readonly payload: StoredRecord['payload']
}

/** A run of a walkthrough, with what it takes to go on with it. */
export interface KeptRun {
  readonly run: FlowRun
  /** By step, what each has learnt: a step that is taken again forgets what came after it. */
  readonly learned: Readonly<Record<string, Known>>
  /** By step, the recorded sign-in that its exchanges belong to. */
  readonly signIns: Readonly<Record<string, string>>
}

export interface FlowRunTable {
  get(id: string): KeptRun | undefined
  /** Newest first. */
  list(): readonly RunSummary[]
  count(): number
  put(kept: KeptRun): void
  /** True when there was something to remove. */
  remove(id: string): boolean
}

export interface OutsideIssuerTable extends Table<OutsideIssuer> {
  put(issuer: OutsideIssuer): void
}

/** Seals a text so that only this user of this machine can open it again; a shell has it from the system. */
export interface SecretBox {
  /** Asked each time: a keychain may be there a little later than the program. */
  isAvailable(): boolean
  seal(text: string): Uint8Array
  /** Throws for what another one has sealed. */
  open(sealed: Uint8Array): string
}

export interface OutsideSecretTable {
  /** Whether what is put now will be there at the next start. */
  readonly keeping: 'encrypted' | 'until_end'
  get(issuer: string, client_id: string): OutsideSecrets
  put(issuer: string, client_id: string, secrets: OutsideSecrets): void
  remove(issuer: string, client_id: string): void
}

export type ChangedTable = 'clients' | 'apis' | 'users' | 'keys' | 'settings' | 'history' | 'issuers' | 'scenarios'

export interface Store {
  readonly clients: ClientTable
  readonly apis: ApiTable
  readonly users: UserTable
  readonly keys: KeyTable
  readonly records: RecordTable
  readonly flowRuns: FlowRunTable
  readonly history: HistoryTable
  readonly outsideIssuers: OutsideIssuerTable
  readonly outsideSecrets: OutsideSecretTable
  /** Those that people have saved. */
  readonly scenarios: ScenarioTable
  readonly settings: { get(): Settings; put(settings: Settings): void }
  /** Seconds since the epoch, by the issuer's clock, which may have been moved. */
  readonly issuerNow: () => number
  /** Random values that are made once and kept: cookie keys, the DPoP nonce secret. */
  readonly secrets: { get(name: string, make: () => string): string }
  /** JWT access tokens are not stored, so revoking one leaves a mark until it would have expired. */
  readonly revokedTokens: { has(jti: string): boolean; add(jti: string, expiresAt: number): void }
  /** True until the first scenarios have been loaded into this store. */
  readonly isNew: boolean
  markSeeded(): void
  /** All of it or nothing; nests. */
  transaction<Result>(work: () => Result): Result
  /** Does it, and then not: for saying what would come of it. Nobody is told of what it changed. */
  rehearse<Result>(work: () => Result): Result
  /**
   * Resolves once every write made before the call is durable; rejects when it could not be made so. Whoever wrote some
   * turns of the event loop ago hands over the number of `failedCommits` from before, and hears of a loss since then.
   */
  durable(since?: number): Promise<void>
  /** How many shared transactions have been lost; read by each request when it begins. */
  readonly failedCommits: number
  onChange(listener: (table: ChangedTable) => void): () => void
  close(): void
}
