import { type StandInSettings, VARIABLE } from './settings-shape.ts'

export const settings: StandInSettings = read(process.env[VARIABLE])

function read(text: string | undefined): StandInSettings {
  if (text === undefined) throw new Error(`the stand-in needs a Chromium: set ${VARIABLE} to {"chromium":"ws://…"}`)
  return JSON.parse(text) as StandInSettings
}
