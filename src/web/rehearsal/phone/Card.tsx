import type { BasicCard, Button, CarouselCards, ItemCard, ListCard } from 'kakao-chatbot-skill-sdk'

type Card = CarouselCards[keyof CarouselCards]
/** Every card is some of these parts, drawn in this order. */
type Parts = Partial<Omit<BasicCard & ItemCard, 'profile'>> & Partial<Pick<ListCard, 'header' | 'items'>>

type Props = { readonly card: Card; readonly onTap: (label: string) => void }

/** A card: picture, heading, text, lines, name and value pairs, buttons, as far as it has them. */
export function Card({ card, onTap }: Props) {
  const { thumbnail, head, header, title, description, items, itemList, itemListSummary, buttons }: Parts = card
  return (
    <article class="bubble kakao-card">
      {thumbnail && <img src={thumbnail.imageUrl} alt={thumbnail.altText ?? ''} />}
      {(head ?? header) && <h3>{(head ?? header)?.title}</h3>}
      {itemList && (
        <dl>
          {[...itemList, ...(itemListSummary ? [itemListSummary] : [])].map((item) => (
            <div key={item.title}>
              <dt>{item.title}</dt>
              <dd>{item.description}</dd>
            </div>
          ))}
        </dl>
      )}
      {title !== undefined && <h3>{title}</h3>}
      {description !== undefined && <p>{description}</p>}
      {items && (
        <ul>
          {items.map((item) => (
            <li key={item.title}>
              <ListLine item={item} onTap={onTap} />
            </li>
          ))}
        </ul>
      )}
      {buttons?.map((button) => (
        <CardButton key={button.label} button={button} onTap={onTap} />
      ))}
    </article>
  )
}

function ListLine({ item, onTap }: { readonly item: ListCard['items'][number]; readonly onTap: Props['onTap'] }) {
  const words = (
    <>
      <b>{item.title}</b>
      {item.description !== undefined && <span>{item.description}</span>}
    </>
  )
  if (item.action !== undefined)
    return (
      <button type="button" onClick={() => onTap(item.title)}>
        {words}
      </button>
    )
  return item.link?.web === undefined ? (
    <div>{words}</div>
  ) : (
    <a href={item.link.web} target="_blank" rel="noopener">
      {words}
    </a>
  )
}

function CardButton({ button, onTap }: { readonly button: Button; readonly onTap: Props['onTap'] }) {
  const href = linkOf(button)
  return href === undefined ? (
    <button type="button" class="card-button" onClick={() => onTap(button.label)}>
      {button.label}
    </button>
  ) : (
    <a class="card-button" href={href} target="_blank" rel="noopener">
      {button.label}
    </a>
  )
}

function linkOf(button: Button): string | undefined {
  if (button.action === 'webLink') return button.webLinkUrl
  return button.action === 'phone' ? `tel:${button.phoneNumber}` : undefined
}
