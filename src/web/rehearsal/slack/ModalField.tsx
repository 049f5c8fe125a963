import type { Block } from '../../../rehearsal/slack/blocks/blockKit.ts'
import { texts } from '../texts.ts'
import { optionsOf } from './options.ts'

type Props = {
  readonly viewId: string
  readonly block: Extract<Block, { readonly type: 'input' }>
  readonly value: string
  readonly error: string | undefined
  readonly onEnter: (value: string) => void
}

/** One field of a modal with its label, its hint and what is wrong with it. */
export function ModalField({ viewId, block, value, error, onEnter }: Props) {
  const id = `${viewId}-${block.block_id}`
  const described = [block.hint && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ')
  const common = {
    id,
    value,
    'data-testid': `slack-field-${block.block_id}`,
    'aria-invalid': error !== undefined,
    ...(described === '' ? {} : { 'aria-describedby': described }),
  }
  return (
    <div class="field">
      <label for={id}>
        {block.label.text} {block.optional === true && <span class="quiet">{texts.slack.optional}</span>}
      </label>
      <Control element={block.element} common={common} onEnter={onEnter} />
      {error !== undefined && (
        <p id={`${id}-error`} class="field-error" role="alert">
          {error}
        </p>
      )}
      {block.hint && (
        <p id={`${id}-hint`} class="quiet">
          {block.hint.text}
        </p>
      )}
    </div>
  )
}

type ControlProps = {
  readonly element: Props['block']['element']
  readonly common: { readonly id: string; readonly value: string }
  readonly onEnter: Props['onEnter']
}

function Control({ element, common, onEnter }: ControlProps) {
  if (element.type === 'static_select')
    return (
      <select {...common} onChange={(event) => onEnter(event.currentTarget.value)}>
        <option value="" disabled>
          {element.placeholder?.text ?? texts.slack.choose}
        </option>
        {optionsOf(element).map(({ text, value }) => (
          <option key={value} value={value}>
            {text.text}
          </option>
        ))}
      </select>
    )
  const placeholder = element.type === 'plain_text_input' ? element.placeholder?.text : undefined
  return element['multiline'] === true ? (
    <textarea {...common} rows={7} placeholder={placeholder} onInput={(event) => onEnter(event.currentTarget.value)} />
  ) : (
    <input {...common} placeholder={placeholder} onInput={(event) => onEnter(event.currentTarget.value)} />
  )
}
