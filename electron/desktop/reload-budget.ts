/** So many reloads within so long, and then a person is asked: a page that crashes at once would do so for ever. */
export function createReloadBudget(most: number, milliseconds: number, now: () => number = Date.now) {
  let times: readonly number[] = []
  return {
    take(): boolean {
      const time = now()
      times = times.filter((earlier) => time - earlier < milliseconds)
      if (times.length >= most) return false
      times = [...times, time]
      return true
    },
  }
}
