import type { Output } from 'kakao-chatbot-skill-sdk'

import { Card } from './Card.tsx'
import { LinkedText } from './LinkedText.tsx'

type Props = { readonly output: Output; readonly onTap: (label: string) => void }

/** One component of an answer. */
export function Bubble({ output, onTap }: Props) {
  if ('simpleText' in output)
    return (
      <p class="bubble">
        <LinkedText text={output.simpleText.text} />
      </p>
    )
  if ('simpleImage' in output)
    return <img class="bubble" src={output.simpleImage.imageUrl} alt={output.simpleImage.altText} />
  if ('carousel' in output)
    return (
      <div class="carousel">
        {output.carousel.items.map((card, index) => (
          <Card key={index} card={card} onTap={onTap} />
        ))}
      </div>
    )
  return Object.values(output).map((card, index) => <Card key={index} card={card} onTap={onTap} />)
}
