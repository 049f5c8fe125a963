import { useRef } from 'preact/hooks'

import { Column } from '../Column.tsx'
import { texts } from '../texts.ts'

type Props = { readonly isChosen: boolean; readonly hospitalName: string }

/** The hospital's home page with the widget in it, in a window of its own origin. */
export function WebsiteColumn({ isChosen, hospitalName }: Props) {
  const frame = useRef<HTMLIFrameElement>(null)

  const startAfresh = () => {
    const site = frame.current?.contentWindow
    // The widget remembers its visitor for as long as the tab lives; a new visitor has a new tab.
    site?.sessionStorage.clear()
    site?.location.reload()
  }

  const tools = (
    <button type="button" data-testid="website-new-visitor" onClick={startAfresh}>
      {texts.website.newVisitor}
    </button>
  )
  return (
    <Column id="website" {...texts.website} isChosen={isChosen} tools={tools}>
      <div class="browser">
        <p class="browser-bar" aria-hidden="true">
          <i /> <i /> <i /> <span>www.hanbit.example</span>
        </p>
        <div class="browser-page">
          <iframe ref={frame} data-testid="website" src="/website" title={`${hospitalName} ${texts.website.heading}`} />
        </div>
      </div>
    </Column>
  )
}
