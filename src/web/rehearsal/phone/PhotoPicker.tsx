import { texts } from '../texts.ts'

const COUNTS = [1, 2]

/** KakaoTalk's own sheet for photos, with pictures that are there already. */
export function PhotoPicker({ onSend }: { readonly onSend: (count: number) => void }) {
  return (
    <div class="photo-picker" role="group" aria-label={texts.phone.photos}>
      <p>{texts.phone.photos}</p>
      {COUNTS.map((count) => (
        <button key={count} type="button" data-testid="kakao-photos" onClick={() => onSend(count)}>
          {texts.phone.sendPhotos(count)}
        </button>
      ))}
    </div>
  )
}
