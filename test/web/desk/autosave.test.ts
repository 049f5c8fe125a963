import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'

import { createAutosave, type SaveState } from '../../../src/web/desk/autosave.ts'

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

function open(answers: readonly boolean[] = []) {
  const saved: string[] = []
  const states: SaveState[] = []
  const left = [...answers]
  const save = async (text: string): Promise<boolean> => {
    saved.push(text)
    await Promise.resolve()
    return left.shift() ?? true
  }
  return { saved, states, autosave: createAutosave(save, (state) => void states.push(state)) }
}

describe('autosave', () => {
  it('saves the latest text once typing has gone on for a moment', async () => {
    const { autosave, saved, states } = open()
    autosave.typed('안')
    autosave.typed('안녕')
    await jest.advanceTimersByTimeAsync(1_000)
    expect(saved).toEqual(['안녕'])
    expect(states).toEqual(['unsaved', 'unsaved', 'saving', 'saved'])
  })

  it('is not put off by typing that never stops', async () => {
    const { autosave, saved } = open()
    for (let tenths = 0; tenths < 30; tenths += 1) {
      autosave.typed(String(tenths))
      await jest.advanceTimersByTimeAsync(100)
    }
    expect(saved.length).toBeGreaterThanOrEqual(2)
  })

  it('saves what was typed while a save was under way', async () => {
    const { autosave, saved } = open()
    autosave.typed('하나')
    const flushed = autosave.flush()
    autosave.typed('하나 둘')
    expect(await flushed).toBe(true)
    expect(saved).toEqual(['하나', '하나 둘'])
  })

  it('tries again after a failure, and says so meanwhile', async () => {
    const { autosave, saved, states } = open([false, true])
    autosave.typed('글')
    await jest.advanceTimersByTimeAsync(1_000)
    expect(states.at(-1)).toBe('failed')
    await jest.advanceTimersByTimeAsync(5_000)
    expect([saved, states.at(-1)]).toEqual([['글', '글'], 'saved'])
  })

  it('answers a flush that failed with false', async () => {
    const { autosave } = open([false])
    autosave.typed('글')
    expect(await autosave.flush()).toBe(false)
    autosave.stop()
  })

  it('sends nothing when nothing was typed', async () => {
    const { autosave, saved } = open()
    expect(await autosave.flush()).toBe(true)
    expect(saved).toEqual([])
  })

  it('saves no more once stopped', async () => {
    const { autosave, saved } = open()
    autosave.typed('글')
    autosave.stop()
    await jest.advanceTimersByTimeAsync(10_000)
    expect(saved).toEqual([])
  })
})
