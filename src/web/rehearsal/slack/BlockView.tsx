import type { Block } from '../../../rehearsal/slack/blocks/blockKit.ts'
import { BlockButton } from './BlockButton.tsx'
import { BlockMenu } from './BlockMenu.tsx'
import type { Place } from './slackClient.ts'
import { SlackText } from './SlackText.tsx'

type Section = Extract<Block, { readonly type: 'section' }>
type Actions = Extract<Block, { readonly type: 'actions' }>

type Props = { readonly block: Block; readonly place: Place }

/** One block of a message or a view. Inputs are drawn by the modal that holds them. */
export function BlockView({ block, place }: Props) {
  switch (block.type) {
    case 'header':
      return <h4 class="block-header">{block.text.text}</h4>
    case 'divider':
      return <hr />
    case 'section':
      return <SectionView section={block} place={place} />
    case 'context':
      return (
        <p class="block-context">
          {block.elements.map((element, index) => (
            <span key={index}>{element.type === 'image' ? element.alt_text : <SlackText text={element} />}</span>
          ))}
        </p>
      )
    case 'actions':
      return (
        <div class="block-actions">
          {block.elements.map((element, index) => (
            <ElementView key={element.action_id ?? index} element={element} place={place} />
          ))}
        </div>
      )
    case 'image':
      return <p class="block-context">{block.alt_text}</p>
    default:
      return null
  }
}

function SectionView({ section, place }: { readonly section: Section; readonly place: Place }) {
  const { text, fields, accessory } = section
  return (
    <div class="block-section">
      <div>
        {text && (
          <p>
            <SlackText text={text} />
          </p>
        )}
        {fields && (
          <div class="block-fields">
            {fields.map((field, index) => (
              <p key={index}>
                <SlackText text={field} />
              </p>
            ))}
          </div>
        )}
      </div>
      {accessory && accessory.type !== 'image' && <ElementView element={accessory} place={place} />}
    </div>
  )
}

function ElementView({ element, place }: { readonly element: Actions['elements'][number]; readonly place: Place }) {
  if (element.type === 'button') return <BlockButton button={element} place={place} />
  return element.type === 'static_select' ? <BlockMenu menu={element} place={place} /> : null
}
