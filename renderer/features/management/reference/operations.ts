import type { OpenApi, Operation } from '#shared/rest/openapi.ts'

export interface Listed {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly operation: Operation
}

export type Components = OpenApi['components']['schemas']

export interface Reference {
  readonly operations: readonly Listed[]
  readonly components: Components
}

/** The same that the program serves at /openapi.json, made here of the same schemas. */
export async function loadReference(): Promise<Reference> {
  const { buildOpenApi } = await import('#shared/rest/openapi.ts')
  const { paths, components } = buildOpenApi('')
  return { operations: listOperations(paths), components: components.schemas }
}

export function listOperations(paths: OpenApi['paths']): readonly Listed[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      id: operation.operationId,
      method: method.toUpperCase(),
      path,
      operation,
    })),
  )
}

export function textOfOperation({ id, method, path, operation }: Listed): string {
  return [id, method, path, operation.summary].join(' ')
}
