/** How long a test waits for something to appear before it fails. Long, for a machine that has much else to do: waiting costs those only who fail. */
export const PATIENCE = 30_000
