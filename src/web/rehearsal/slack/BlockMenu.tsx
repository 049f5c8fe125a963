import { texts } from '../texts.ts'
import { type Menu, optionsOf } from './options.ts'
import { type Place, useSlack } from './slackClient.ts'

/** A menu that tells the app of each choice at once. */
export function BlockMenu({ menu, place }: { readonly menu: Menu; readonly place: Place }) {
  const { act } = useSlack()
  const { action_id: actionId = '', placeholder, initial_option: initial } = menu
  const hint = placeholder?.text ?? texts.slack.choose
  return (
    <select
      data-testid={`slack-select-${actionId}`}
      aria-label={hint}
      value={initial?.value ?? ''}
      onChange={(event) => void act({ kind: 'select', actionId, value: event.currentTarget.value, ...place })}
    >
      <option value="" disabled>
        {hint}
      </option>
      {optionsOf(menu).map(({ text, value }) => (
        <option key={value} value={value}>
          {text.text}
        </option>
      ))}
    </select>
  )
}
