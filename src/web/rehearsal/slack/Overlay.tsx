import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

const focusable = 'input, textarea, select, button:not(:disabled), a[href]'

type Props = {
  readonly role: 'dialog' | 'alertdialog'
  readonly testId: string
  readonly label: string
  readonly onEscape: () => void
  readonly children: ComponentChildren
}

/** A window over the Slack column. It holds the focus while it is open and gives it back when it closes. */
export function Overlay({ role, testId, label, onEscape, children }: Props) {
  const box = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const before = document.activeElement
    const fields = box.current?.querySelectorAll<HTMLElement>(focusable) ?? []
    const first = [...fields].find((field) => field.matches('input, textarea, select')) ?? [...fields].at(-1)
    first?.focus()
    return () => {
      // The column takes no focus until it is drawn without this window.
      if (before instanceof HTMLElement) setTimeout(() => before.isConnected && before.focus())
    }
  }, [])

  function keepFocus(event: KeyboardEvent): void {
    if (event.key === 'Escape') return onEscape()
    if (event.key !== 'Tab') return
    const fields = [...(box.current?.querySelectorAll<HTMLElement>(focusable) ?? [])]
    const [from, to] = event.shiftKey ? [fields[0], fields.at(-1)] : [fields.at(-1), fields[0]]
    if (document.activeElement !== from) return
    event.preventDefault()
    to?.focus()
  }

  return (
    <div class="overlay">
      <div
        ref={box}
        class="window"
        role={role}
        aria-modal="true"
        aria-label={label}
        data-testid={testId}
        onKeyDown={keepFocus}
      >
        {children}
      </div>
    </div>
  )
}
