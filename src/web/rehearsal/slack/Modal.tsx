import { useState } from 'preact/hooks'

import type { SlackView } from '../../../rehearsal/slack/state/viewStore.ts'
import { texts } from '../texts.ts'
import { BlockView } from './BlockView.tsx'
import { ModalField } from './ModalField.tsx'
import { Overlay } from './Overlay.tsx'
import { useSlack } from './slackClient.ts'

type Props = { readonly view: Extract<SlackView, { readonly type: 'modal' }> }

/** The topmost modal. What is typed lives here until it is submitted. */
export function Modal({ view }: Props) {
  const { act } = useSlack()
  const [entries, setEntries] = useState<Readonly<Record<string, string>>>({})
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [isBusy, setBusy] = useState(false)

  async function submit(): Promise<void> {
    if (isBusy) return
    setBusy(true)
    const answer = await act({ kind: 'submit', viewId: view.id, values: entries })
    setBusy(false)
    setErrors(answer?.errors ?? {})
  }
  const close = () => void act({ kind: 'close' })

  return (
    <Overlay role="dialog" testId="slack-modal" label={view.title.text} onEscape={close}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <h3>{view.title.text}</h3>
        <div class="window-body">
          {view.blocks.map((block) =>
            block.type === 'input' ? (
              <ModalField
                key={block.block_id}
                viewId={view.id}
                block={block}
                value={entries[block.block_id ?? ''] ?? keptValue(view, block.block_id ?? '')}
                error={errors[block.block_id ?? '']}
                onEnter={(value) => setEntries((all) => ({ ...all, [block.block_id ?? '']: value }))}
              />
            ) : (
              <BlockView key={block.block_id} block={block} place={{ viewId: view.id }} />
            ),
          )}
        </div>
        <div class="window-foot">
          <button type="button" class="slack-button" data-testid="slack-modal-close" onClick={close}>
            {view.close?.text ?? texts.slack.close}
          </button>
          {view.submit && (
            <button type="submit" class="slack-button primary" data-testid="slack-modal-submit" aria-disabled={isBusy}>
              {view.submit.text}
            </button>
          )}
        </div>
      </form>
    </Overlay>
  )
}

/** What the view itself holds for a field: its initial value, or what was submitted before. */
function keptValue(view: SlackView, blockId: string): string {
  const held = Object.values(view.state.values[blockId] ?? {})[0]
  const option = held?.['selected_option']
  if (typeof option === 'object' && option !== null && 'value' in option) return String(option.value)
  return typeof held?.['value'] === 'string' ? held['value'] : ''
}
