import { createHash } from 'node:crypto'

import { type Dialog, DialogContainer } from 'botbuilder-dialogs'

/**
 * Names the make of a dialog and all it is made of: ids, and how many steps each waterfall has. A stored dialog stack
 * fits only dialogs of the make it was written by.
 */
export function dialogMake(dialog: Dialog): string {
  return createHash('sha256').update(describe(dialog)).digest('base64url').slice(0, 16)
}

function describe(dialog: Dialog): string {
  const parts = dialog instanceof DialogContainer ? dialog.dialogs.getDialogs().map(describe) : [dialog.getVersion()]
  return `${dialog.id}(${parts.join()})`
}
