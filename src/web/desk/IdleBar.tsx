import { useEffect, useState } from 'preact/hooks'

import { useTexts } from './texts.ts'

const WARN_SECONDS = 120
const LOOK_EVERY_MS = 5_000

type Props = {
  readonly idleSeconds: number
  /** When the server last answered, in milliseconds since 1970; the session counts from there. */
  readonly lastReplyAt: number
  readonly onStay: () => void
  readonly onOver: () => void
}

/** Warns before the session runs out, and closes the page when it has. Asking the server would prolong it: it is not asked. */
export function IdleBar({ idleSeconds, lastReplyAt, onStay, onOver }: Props) {
  const texts = useTexts()
  const [leftSeconds, setLeftSeconds] = useState(idleSeconds)

  useEffect(() => {
    const look = (): void => {
      const left = idleSeconds - (Date.now() - lastReplyAt) / 1000
      setLeftSeconds(left)
      if (left <= 0) onOver()
    }
    look()
    const timer = setInterval(look, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [idleSeconds, lastReplyAt, onOver])

  return (
    <div role="status">
      {leftSeconds <= WARN_SECONDS && (
        <p class="notice warn idle">
          {texts.idle.soon}
          <button type="button" onClick={onStay}>
            {texts.idle.stay}
          </button>
        </p>
      )}
    </div>
  )
}
