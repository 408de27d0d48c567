import type { RouteDependencies } from '../../dependencies.ts'
import type { Endpoint } from '../../http/endpoint.ts'
import { accountMethods } from './account.ts'
import { fileEndpoint } from './files.ts'
import { groupMethods } from './groups.ts'
import { readingMethods } from './reading.ts'
import { sendingMethods } from './sending.ts'
import { settingsMethods } from './settings.ts'

/** The instance API: `/instance{id}/{method}?token=`, and the same methods at the root for whoever sends a token. */
export const instanceApiEndpoints = (dependencies: RouteDependencies): readonly Endpoint[] => [
  ...sendingMethods(dependencies),
  ...groupMethods(dependencies),
  ...readingMethods(dependencies),
  ...accountMethods(dependencies),
  ...settingsMethods(dependencies),
  fileEndpoint(dependencies),
]
