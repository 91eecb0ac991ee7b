/** Of the machine in front of the person, which need not be the one that the program runs on. */
export const isMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '')
