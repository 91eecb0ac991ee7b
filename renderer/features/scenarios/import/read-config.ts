import { TEXT } from '../text.ts'

export type ReadConfig =
  | { readonly name: string; readonly config: unknown }
  | { readonly name: string; readonly problem: string }

export function readConfigText(name: string, text: string): ReadConfig {
  try {
    return { name, config: JSON.parse(text) as unknown }
  } catch (error) {
    return { name, problem: TEXT.import.noJson(error instanceof Error ? error.message : String(error)) }
  }
}

export async function readConfigFile(file: File): Promise<ReadConfig> {
  try {
    return readConfigText(TEXT.import.from(file.name), await file.text())
  } catch {
    return { name: TEXT.import.from(file.name), problem: TEXT.import.unreadable }
  }
}
