import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { createFollowing } from './following.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function follower() {
  const unfollow = vi.fn<() => void>()
  const follow = vi.fn<() => () => void>(() => unfollow)
  return { follow, unfollow, following: createFollowing(follow, 1000) }
}

test('nothing is followed before somebody listens, and one following serves all', () => {
  const { follow, following } = follower()
  expect(follow).not.toHaveBeenCalled()
  following.hold()
  following.hold()
  expect(follow).toHaveBeenCalledOnce()
})

test('it ends a while after the last has left, however often one says so', () => {
  const { unfollow, following } = follower()
  const releases = [following.hold(), following.hold()]
  releases[0]?.()
  releases[0]?.()
  vi.advanceTimersByTime(10_000)
  expect(unfollow).not.toHaveBeenCalled()
  releases[1]?.()
  vi.advanceTimersByTime(999)
  expect(unfollow).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(unfollow).toHaveBeenCalledOnce()
})

test('who comes back in time finds it still going on, and who comes later begins it anew', () => {
  const { follow, unfollow, following } = follower()
  following.hold()()
  vi.advanceTimersByTime(500)
  const release = following.hold()
  vi.advanceTimersByTime(5000)
  expect([follow.mock.calls.length, unfollow.mock.calls.length]).toEqual([1, 0])
  release()
  vi.advanceTimersByTime(1000)
  following.hold()
  expect([follow.mock.calls.length, unfollow.mock.calls.length]).toEqual([2, 1])
})

test('closing it ends it at once and for good, and leaves no timer to whoever leaves later', () => {
  const { follow, unfollow, following } = follower()
  const release = following.hold()
  following.close()
  expect(unfollow).toHaveBeenCalledOnce()
  release()
  expect(vi.getTimerCount()).toBe(0)
  following.hold()
  expect(follow).toHaveBeenCalledOnce()
})
