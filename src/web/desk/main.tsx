import { render } from 'preact'

import { DeskApp } from './DeskApp.tsx'

const root = document.querySelector<HTMLElement>('#desk')
if (root) {
  const [, , token] = location.pathname.split('/')
  // A sign-in token is used once and must not stay in the address, where others at this computer could read it.
  if (token) history.replaceState(null, '', `/desk${location.hash}`)
  const { hospital = '', hospitalEn = '', mail } = root.dataset
  root.replaceChildren()
  render(<DeskApp hospital={{ ko: hospital, en: hospitalEn }} hasMail={mail === 'true'} linkToken={token} />, root)
}
