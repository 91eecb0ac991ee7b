import * as z from 'zod'
import type { Collection } from '../collection.ts'
import { dateField } from '../fields.ts'
import type { Appointment } from '../organizer/schemas.ts'
import type { AccessToken } from '../token/access-token.ts'
import { findFreeSlot } from './find-free-slot.ts'
import { RpcError, parseRpcParams } from './json-rpc.ts'

export interface Tool {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly inputSchema: object
  readonly run: (input: unknown, token: AccessToken) => ToolAnswer
}

interface ToolAnswer {
  readonly text: string
  readonly data: Readonly<Record<string, unknown>>
}

interface ToolDefinition<Input> {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly input: z.ZodType<Input>
  readonly answer: (input: Input, token: AccessToken) => ToolAnswer
}

export function createTools(appointments: Collection<Appointment>): readonly Tool[] {
  return [createFreeSlotTool(appointments), createWhoamiTool()]
}

export function listTools(tools: readonly Tool[]) {
  return {
    tools: tools.map(({ name, title, description, inputSchema }) => ({ name, title, description, inputSchema })),
  }
}

const callSchema = () => z.object({ name: z.string(), arguments: z.record(z.string(), z.unknown()).optional() })

export function callTool(tools: readonly Tool[], params: unknown, token: AccessToken) {
  const { name, arguments: input } = parseRpcParams(callSchema(), params)
  const tool = tools.find((candidate) => candidate.name === name)
  if (tool === undefined) {
    throw new RpcError(
      'invalidParams',
      `There is no tool ${name.slice(0, 100)}; there are ${tools.map((known) => known.name).join(', ')}.`,
    )
  }
  const { text, data } = tool.run(input, token)
  return { content: [{ type: 'text', text }], structuredContent: data, isError: false }
}

function createTool<Input>({ input, answer, ...about }: ToolDefinition<Input>): Tool {
  return {
    ...about,
    inputSchema: z.toJSONSchema(input, { io: 'input' }),
    run: (value, token) => answer(parseRpcParams(input, value, 'params.arguments'), token),
  }
}

function createFreeSlotTool(appointments: Collection<Appointment>): Tool {
  return createTool({
    name: 'find_free_slot',
    title: 'Find a free slot',
    description: "Finds the first free time between 09:00 and 18:00 UTC of a day in the user's Organizer calendar.",
    input: z.strictObject({
      date: dateField()
        .default(() => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10))
        .describe('The day; tomorrow where left out'),
      minutes: z.int().min(5).max(540).default(30).describe('How long the slot must be'),
    }),
    answer: ({ date, minutes }, { sub }) => {
      const [from, to] = [Date.parse(`${date}T09:00:00Z`), Date.parse(`${date}T18:00:00Z`)]
      const slot = findFreeSlot(appointments.list(sub), from, to, minutes)
      if (slot === undefined)
        return { text: `${sub} has no ${minutes} free minutes on ${date}.`, data: { free: false, date } }
      return { text: `${sub} is free from ${slot.start} to ${slot.end}.`, data: { free: true, date, ...slot } }
    },
  })
}

function createWhoamiTool(): Tool {
  return createTool({
    name: 'whoami',
    title: 'Who am I?',
    description: 'Says for which user and client the access token stands, and with which scopes.',
    input: z.strictObject({}),
    answer: (_, { sub, scopes, expiresAt, claims }) => {
      const { client_id, act } = claims
      const data = { sub, client_id, scope: scopes.join(' '), exp: expiresAt, ...(act === undefined ? {} : { act }) }
      return { text: `The token stands for ${sub}, by client ${String(client_id)}, with ${data.scope}.`, data }
    },
  })
}
