import type { ComponentChildren } from 'preact'

type Props = {
  readonly id: string
  readonly heading: string
  readonly headingEn: string
  /** Whether it is the one that narrow screens show. */
  readonly isChosen: boolean
  /** Who one is in this column. */
  readonly tools: ComponentChildren
  readonly children: ComponentChildren
}

/** One of the three places, side by side where the screen is wide. */
export function Column({ id, heading, headingEn, isChosen, tools, children }: Props) {
  return (
    <section id={id} class={`column ${isChosen ? 'chosen' : ''}`} aria-labelledby={`${id}-heading`}>
      <div class="column-head">
        <h2 id={`${id}-heading`}>
          {heading} <span lang="en">{headingEn}</span>
        </h2>
        {tools}
      </div>
      {children}
    </section>
  )
}
