/** What the shell answers, not the core: how the program runs here, and what only a desktop app can do. */
import * as z from 'zod'

import { defineCall } from './call.ts'

const port = z.int().min(0).max(65_535)
const none = z.strictObject({})

export const errorShape = z.object({ code: z.string(), message: z.string(), detail: z.unknown().optional() })

const program = z.discriminatedUnion('state', [
  z.object({ state: z.literal('starting') }),
  z.object({
    state: z.literal('running'),
    issuer: z.string(),
    discovery: z.string(),
    /** Of the management API. */
    api: z.string(),
    /** Without the token. */
    screens: z.string(),
    ports: z.object({ issuer: port, screens: port }),
    dataDirectory: z.string().optional().meta({ description: 'Left out: everything stays in memory.' }),
    recording: z.boolean(),
  }),
  z.object({ state: z.literal('failed'), error: errorShape }),
])

const shellView = z.object({
  kind: z.enum(['desktop', 'headless']),
  version: z.string(),
  platform: z.enum(['linux', 'mac', 'windows', 'other']),
  program,
})

export type ShellView = z.output<typeof shellView>

export const THEME_CHOICES = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof THEME_CHOICES)[number]

const preferences = z.strictObject({
  theme: z.enum(THEME_CHOICES),
  /** Closing the window leaves the issuer running, with an entry in the tray. */
  keepRunning: z.boolean(),
  startAtLogin: z.boolean(),
  ports: z.strictObject({ issuer: port, screens: port }),
})

export type Preferences = z.output<typeof preferences>

const preferencesView = z.object({
  preferences,
  /** False where the system has no such thing. */
  canStartAtLogin: z.boolean(),
  /** True when the ports that are set are not those that are in use; they count from the next start. */
  portsPending: z.boolean(),
})

export type PreferencesView = z.output<typeof preferencesView>

/** In CSS pixels of the window's content. */
const bounds = z.strictObject({
  x: z.int().min(0).max(100_000),
  y: z.int().min(0).max(100_000),
  width: z.int().min(0).max(100_000),
  height: z.int().min(0).max(100_000),
})

export const userAgentState = z.object({
  address: z.string(),
  title: z.string(),
  isLoading: z.boolean(),
  canGoBack: z.boolean(),
  canGoForward: z.boolean(),
  isPrivate: z.boolean(),
  /** Why the last address could not be shown, in words. */
  failure: z.string().optional(),
})

export type UserAgentState = z.output<typeof userAgentState>

const address = z.string().min(1).max(65_536).meta({ description: 'An http or https address.' })

function userAgentCall(description: string) {
  return defineCall({ description, input: none, output: userAgentState })
}

const restAnswer = z.object({
  status: z.int(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.string(),
  isCut: z.boolean().meta({ description: 'There is more of the body.' }),
  /** Milliseconds. */
  took: z.number(),
})

export type RestAnswer = z.output<typeof restAnswer>

/** Both shells answer these. */
export const shellCalls = {
  'shell.get': defineCall({ description: 'Say how the program runs here', input: none, output: shellView }),
  'shell.getAccess': defineCall({
    description: 'Say what opens the management API until the program ends',
    input: none,
    output: z.object({ api: z.string(), token: z.string() }),
  }),
  'shell.tryRest': defineCall({
    description: 'Read something over the management API, as a program outside would',
    input: z.strictObject({
      path: z
        .string()
        .max(8000)
        .regex(/^\/[^#\s]*$/)
        .meta({ description: 'Below the API’s address, with its query.' }),
    }),
    output: restAnswer,
    example: { path: '/settings' },
  }),
}

/** Only the desktop answers these. */
export const desktopCalls = {
  'shell.start': defineCall({
    description: 'Start again after a failure, or on other ports',
    input: z.strictObject({
      ports: z.strictObject({ issuer: port, screens: port }).optional(),
      setAside: z
        .boolean()
        .optional()
        .meta({ description: 'Keep a data file that cannot be used under another name.' }),
    }),
    output: shellView,
  }),
  'shell.showDataDirectory': defineCall({
    description: 'Show the data folder in the system’s file manager',
    input: none,
    output: z.object({}),
  }),
  'shell.openOutside': defineCall({
    description: 'Open an http or https address in the person’s own browser',
    input: z.strictObject({ address }),
    output: z.object({}),
  }),
  'preferences.get': defineCall({ description: 'Get the preferences', input: none, output: preferencesView }),
  'preferences.change': defineCall({
    description: 'Change preferences',
    input: z.strictObject({ changes: preferences.partial() }),
    output: preferencesView,
  }),
  'userAgent.get': userAgentCall('Say what the user agent shows'),
  'userAgent.show': defineCall({
    description: 'Place the user agent over the window; with no area, hide it',
    input: z.strictObject({ bounds: bounds.optional() }),
    output: userAgentState,
  }),
  'userAgent.open': defineCall({
    description: 'Go to an address',
    input: z.strictObject({ address }),
    output: userAgentState,
  }),
  'userAgent.back': userAgentCall('Go back'),
  'userAgent.forward': userAgentCall('Go forward'),
  'userAgent.reload': userAgentCall('Load the page again'),
  'userAgent.clearCookies': userAgentCall('Delete all cookies and stored data of the user agent'),
  'userAgent.newPrivateSession': userAgentCall('Begin again with nothing, and keep nothing'),
  'userAgent.openDevTools': userAgentCall('Open the developer tools of the user agent'),
}
