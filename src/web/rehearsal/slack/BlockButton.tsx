import { useState } from 'preact/hooks'

import type { Block } from '../../../rehearsal/slack/blocks/blockKit.ts'
import { type Place, useSlack } from './slackClient.ts'

type Button = Extract<Extract<Block, { readonly type: 'actions' }>['elements'][number], { readonly type: 'button' }>

/** A button. One with an address opens it in a new tab, and tells the app as well. */
export function BlockButton({ button, place }: { readonly button: Button; readonly place: Place }) {
  const { act, ask } = useSlack()
  const [isBusy, setBusy] = useState(false)
  const { action_id: actionId = '', style, confirm, url } = button
  const look = { class: `slack-button ${style ?? ''}`, 'data-testid': `slack-button-${actionId}` }

  async function press(): Promise<void> {
    const question = confirm && {
      title: confirm.title.text,
      text: confirm.text.text,
      yes: confirm.confirm.text,
      no: confirm.deny.text,
      isDanger: confirm['style'] === 'danger',
    }
    if (isBusy || (question && !(await ask(question)))) return
    setBusy(true)
    await act({ kind: 'click', actionId, ...place })
    setBusy(false)
  }

  if (url !== undefined)
    return (
      <a {...look} href={url} target="_blank" rel="noopener" onClick={() => void press()}>
        {button.text.text}
      </a>
    )
  return (
    <button {...look} type="button" aria-disabled={isBusy} onClick={() => void press()}>
      {button.text.text}
    </button>
  )
}
