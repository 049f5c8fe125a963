const shape = { width: 24, height: 24, viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-width': 2, 'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': true } as const // prettier-ignore

/** A speech bubble with a heart. */
export function ChatIcon() {
  return (
    <svg {...shape}>
      <path d="M21 11.5a8.5 8.5 0 0 1-12.4 7.6L3 21l1.9-5.6A8.5 8.5 0 1 1 21 11.5Z" />
      <path d="M12.5 14.6s-3.3-1.8-3.3-4a1.75 1.75 0 0 1 3.3-.9 1.75 1.75 0 0 1 3.3.9c0 2.2-3.3 4-3.3 4Z" />
    </svg>
  )
}

/** A cross. */
export function CloseIcon() {
  return (
    <svg {...shape}>
      <path d="M6 6l12 12M18 6 6 18" />
    </svg>
  )
}

/** An arrow up. */
export function SendIcon() {
  return (
    <svg {...shape}>
      <path d="M12 19V5M5.5 11.5 12 5l6.5 6.5" />
    </svg>
  )
}

/** An arrow out of a page. */
export function LinkIcon() {
  return (
    <svg {...shape} width={20} height={20}>
      <path d="M14 4h6v6M20 4l-9 9M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5" />
    </svg>
  )
}
