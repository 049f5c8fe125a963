const maxWaitMs = 1000

/** Lets the second of two calls go first: the one before waits until it is answered, or for a second. */
export const createOvertaking = (): (<Result>(call: () => Promise<Result>) => Promise<Result>) => {
  let letGo: (() => void) | undefined

  const waitForNext = (): Promise<void> =>
    new Promise((resolve) => {
      const go = (): void => {
        clearTimeout(timer)
        if (letGo === go) letGo = undefined
        resolve()
      }
      const timer = setTimeout(go, maxWaitMs)
      letGo = go
    })

  return async (call) => {
    const release = letGo
    letGo = undefined
    if (!release) await waitForNext()
    try {
      return await call()
    } finally {
      release?.()
    }
  }
}
