/** A topic of the start page: a few statements, each with its specification, a figure, and what to do next. */
import type { Actor } from '../../flows/flow.ts'
import type { Link, RichText } from '../lesson.ts'

export interface Statement {
  readonly text: RichText
  /** What it rests on. */
  readonly specs: readonly Link[]
}

export interface Section {
  readonly title?: string | undefined
  readonly figure?: Figure | undefined
  readonly statements?: readonly Statement[] | undefined
}

export type Figure = RolesFigure | ScopesFigure | SequenceFigure | TableFigure | TimelineFigure | TokenFigure

/** Who takes part, each in their colour. */
export interface RolesFigure {
  readonly kind: 'roles'
  readonly roles: readonly Role[]
}

export interface Role {
  readonly actor: Actor
  /** In the scenario: Alice, CalendarApp. */
  readonly name: string
  /** As the specification calls it. */
  readonly term: string
  readonly text: RichText
}

/** The scopes of an API as they stand now, and what the consent page says of each. */
export interface ScopesFigure {
  readonly kind: 'scopes'
  readonly api: string
}

/** Messages that can be gone through one by one. */
export interface SequenceFigure {
  readonly kind: 'sequence'
  readonly label: string
  readonly lanes: readonly { readonly actor: Actor; readonly name: string }[]
  readonly messages: readonly SequenceMessage[]
}

export interface SequenceMessage {
  readonly from: Actor
  readonly to: Actor
  /** On the arrow. */
  readonly label: string
  readonly title: string
  readonly text: RichText
  readonly specs: readonly Link[]
}

export interface TableFigure {
  readonly kind: 'table'
  readonly caption: string
  /** The first is of what is compared. */
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
}

export interface TableRow {
  readonly title: string
  readonly cells: readonly RichText[]
  readonly specs?: readonly Link[] | undefined
}

export interface TimelineFigure {
  readonly kind: 'timeline'
  readonly label: string
  readonly events: readonly TimelineEvent[]
}

export interface TimelineEvent {
  readonly year: string
  readonly title: string
  readonly text: RichText
  readonly spec: Link
}

/** A token of this issuer, decoded, each of its members explained. */
export interface TokenFigure {
  readonly kind: 'token'
  readonly label: string
  readonly token: string
}

export interface Concept {
  /** In the address. */
  readonly id: string
  readonly title: string
  /** One or two sentences: enough for whoever reads no further. */
  readonly summary: RichText
  /** What else somebody may type who looks for it. */
  readonly words: string
  readonly sections: readonly Section[]
  readonly next: Next
}

export interface Next {
  /** The walkthroughs in which it can be seen. */
  readonly walkthroughs: readonly NextWalk[]
  /** Entries of the dictionary. */
  readonly names: readonly string[]
  /** Screens of the program. */
  readonly places?: readonly Link[] | undefined
}

export interface NextWalk {
  readonly flow: string
  /** "Walk the code grant": what the button says. */
  readonly label: string
}
