/** The stable codes a {@link StoreError} carries. */
export type StoreErrorCode =
  | 'backup_unfit'
  | 'cannot_decrypt'
  | 'conversation_moved_on'
  | 'data_dir_in_use'
  | 'data_key_missing'
  | 'link_used'
  | 'destruction_list_invalid'
  | 'embedded_postgres_failed'
  | 'embedded_postgres_unsupported'
  | 'invalid_keys'
  | 'migration_failed'
  | 'number_taken'
  | 'socket_dir_unsafe'
  | 'stored_activity_invalid'
  | 'stored_content_invalid'
  | 'stored_draft_invalid'
  | 'stored_session_invalid'
  | 'stored_guardian_invalid'
  | 'stored_incident_invalid'
  | 'stored_photo_invalid'
  | 'ticket_unknown'
  | 'unknown_master_key'

/** An expected failure of storage. Its message names places and ids, never what was stored. */
export class StoreError extends Error {
  readonly code: StoreErrorCode

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StoreError'
    this.code = code
  }
}
