/** How far saving has come. */
export type SaveState = 'saved' | 'unsaved' | 'saving' | 'failed'

/** Saves a text as it is typed. */
export type Autosave = {
  /** Takes the text as it now is; it is saved a moment later. */
  typed(text: string): void
  /** Saves at once what is not saved. @returns whether everything typed is saved */
  flush(): Promise<boolean>
  /** Stops for good; what is not saved stays so. */
  stop(): void
}

const PAUSE_MS = 800
const RETRY_MS = 5_000

/**
 * Builds an autosave: one save under way at a time, another when more was typed meanwhile, again after a failure.
 *
 * @param save answers whether the text was taken
 */
export function createAutosave(
  save: (text: string) => Promise<boolean>,
  onState: (state: SaveState) => void,
): Autosave {
  let latest: string | undefined
  let running: Promise<boolean> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false

  const isPending = (): boolean => latest !== undefined && !isStopped

  // A save that waits is not put off by more typing, so that no more than a pause's length is ever unsaved.
  function saveAfter(pauseMs: number): void {
    timer ??= setTimeout(() => void flush(), pauseMs)
  }

  async function saveOnce(): Promise<boolean> {
    const text = latest
    if (text === undefined || !isPending()) return true
    onState('saving')
    const isSaved = await save(text)
    if (isStopped) return isSaved
    if (isSaved && latest === text) latest = undefined
    if (isSaved) onState(latest === undefined ? 'saved' : 'unsaved')
    else {
      onState('failed')
      saveAfter(RETRY_MS)
    }
    return isSaved
  }

  async function flush(): Promise<boolean> {
    clearTimeout(timer)
    timer = undefined
    running ??= saveOnce().finally(() => {
      running = undefined
    })
    const isSaved = await running
    return isSaved && isPending() ? flush() : isSaved
  }

  return {
    typed(text) {
      latest = text
      onState('unsaved')
      saveAfter(PAUSE_MS)
    },
    flush,
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
