import { ValetKeyError } from '#shared/errors.ts'

/** What a table holds, by id and in order; a row that cannot be read stands among the damaged with its failure. */
export interface Rows<Entity> {
  readonly byId: ReadonlyMap<string, Entity>
  readonly list: readonly Entity[]
  readonly damaged: ReadonlyMap<string, ValetKeyError>
}

/** One unreadable row must not hide the others, so a list leaves it out. Asking for it by id throws. */
export function collectRows<Row, Entity>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
  entityOf: (row: Row) => Entity,
): Rows<Entity> {
  const byId = new Map<string, Entity>()
  const damaged = new Map<string, ValetKeyError>()
  for (const row of rows) {
    try {
      byId.set(idOf(row), entityOf(row))
    } catch (error) {
      if (!(error instanceof ValetKeyError)) throw error
      damaged.set(idOf(row), error)
    }
  }
  return { byId, list: [...byId.values()], damaged }
}

export function pickRow<Entity>(rows: Rows<Entity>, id: string): Entity | undefined {
  const failure = rows.damaged.get(id)
  if (failure !== undefined) throw failure
  return rows.byId.get(id)
}

export type ReportDamage = (rows: Pick<Rows<unknown>, 'damaged'>) => void

/** Tells of each damaged row once, however often its table is listed. */
export function createDamageReport(onProblem: (problem: ValetKeyError) => void): ReportDamage {
  const told = new Set<string>()
  return ({ damaged }) => {
    for (const failure of damaged.values()) {
      if (told.has(failure.message)) continue
      told.add(failure.message)
      onProblem(failure)
    }
  }
}
