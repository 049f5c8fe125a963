import { useEffect, useState } from 'preact/hooks'

/**
 * What an address answers, asked for again with every change.
 *
 * @param untilThen stands in until the first answer
 */
export function useFetched<T>(url: string, changeCount: number, untilThen: T): T {
  const [fetched, setFetched] = useState<{ readonly url: string; readonly value: T }>()
  useEffect(() => {
    const abort = new AbortController()
    fetch(url, { signal: abort.signal })
      .then(async (response) => setFetched({ url, value: await response.json() }))
      // Overtaken by a newer change, or the connection is lost, which the page shows elsewhere.
      .catch(() => undefined)
    return () => abort.abort()
  }, [url, changeCount])
  return fetched?.url === url ? fetched.value : untilThen
}
