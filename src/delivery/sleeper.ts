/** A pause that can be cut short. */
export type Sleeper = {
  /** Resolves after `ms`, or at once when woken since the last sleep. */
  sleep(ms: number): Promise<void>
  wake: () => void
}

export function createSleeper(): Sleeper {
  let isWoken = false
  let end = (): void => undefined

  return {
    async sleep(ms) {
      if (!isWoken) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          end = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      isWoken = false
    },
    wake: () => {
      isWoken = true
      end()
    },
  }
}
