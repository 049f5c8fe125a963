import type { ShownPhoto } from '../../http/desk/shownPhoto.ts'
import { fieldName } from './fieldName.ts'
import { fill, type Texts, useTexts } from './texts.ts'
import type { Reveal } from './useReveal.ts'

type Props = { readonly photos: readonly ShownPhoto[]; readonly reveal: Reveal }

/** The photos of a ticket: none is shown before somebody says why they look at it. */
export function Photos({ photos, reveal }: Props) {
  const texts = useTexts()
  if (photos.length === 0) return null
  return (
    <section aria-labelledby="photos-title">
      <h3 id="photos-title">{texts.photos.title}</h3>
      <ul class="photos">
        {photos.map((photo) => (
          <li key={photo.field}>
            <OnePhoto photo={photo} reveal={reveal} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function OnePhoto({ photo, reveal }: { readonly photo: ShownPhoto; readonly reveal: Reveal }) {
  const texts = useTexts()
  const name = fieldName(photo.field, texts)
  const picture = reveal.values[photo.field]
  if (picture !== undefined)
    return <img class="photo" src={picture} alt={name} tabIndex={-1} data-revealed={photo.field} />
  if (photo.state !== 'kept')
    return (
      <span class="quiet">
        {name}: {whyNot(photo, texts)}
      </span>
    )
  return (
    <button type="button" class="token" aria-haspopup="dialog" onClick={() => reveal.ask(photo.field)}>
      {fill(texts.reveal.show, { field: name })}
    </button>
  )
}

function whyNot({ state, problem }: ShownPhoto, { photos }: Texts): string {
  return state === 'waiting' ? photos.waiting : photos.problems[problem ?? 'gone']
}
