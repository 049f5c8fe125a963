const { createHash } = require('node:crypto')
const { stripTypeScriptTypes } = require('node:module')

/** A jest transform that erases types and changes nothing else, so line numbers stay true. */
module.exports = {
  process: (source) => ({ code: stripTypeScriptTypes(source, { mode: 'strip' }) }),
  getCacheKey: (source, path, options) =>
    createHash('sha1')
      .update(`${process.version}\0${path}\0${source}\0${options.instrument ? 'instrumented' : ''}`)
      .digest('hex'),
}
