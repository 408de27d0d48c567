import { randomBytes } from 'node:crypto'
import { element } from '../wire/node.ts'
import type { NamespaceHandlers } from './request-handler.ts'

const MAX_UPLOAD_BYTES = 2 ** 31
/** How long clients may use the answer before they ask again. */
const VALID_SECONDS = 300

/** `w:m`: where to upload media. */
export const mediaConnection: NamespaceHandlers = {
  'set/media_conn': (request, client) =>
    client.answer(request, [
      element(
        'media_conn',
        { auth: randomBytes(24).toString('base64url'), ttl: VALID_SECONDS, auth_ttl: 21_600 },
        [
          element('host', {
            hostname: client.network.mediaHost,
            maxContentLengthBytes: MAX_UPLOAD_BYTES,
          }),
        ],
      ),
    ]),
}
