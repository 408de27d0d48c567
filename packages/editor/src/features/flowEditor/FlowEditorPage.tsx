import '../../i18n/withCanvasTexts.ts'
import { roleAllows } from '@parley/shared/api'
import { useQuery } from '@tanstack/react-query'
import { CircleSlash, CloudOff, FolderX, LockKeyhole, LogIn } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link, useLocation, useParams } from 'react-router'
import { useMe, useWorkspace } from '../../api/access.ts'
import { ApiError } from '../../api/errors.ts'
import { flowSummaryQuery } from '../../api/flows.ts'
import { FlowEditorContext } from '../../canvas/FlowEditor.ts'
import type { DocumentConnection, Refusal } from '../../document/connectDocument.ts'
import { t } from '../../i18n/t.ts'
import { FlowStoreContext } from '../../nodes/nodeTitle.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadError } from '../../ui/LoadError.tsx'
import { LoadingPage } from '../../ui/LoadingPage.tsx'
import { loginPath } from '../auth/loginPath.ts'
import { EditorScreen } from './EditorScreen.tsx'
import { useConnection, useConnectionState, useEditor } from './useOpenFlow.ts'

/** One flow on its canvas, with everything around it. */
export function FlowEditorPage() {
  const { flowId = '' } = useParams()
  return <OpenFlow key={flowId} flowId={flowId} />
}

function OpenFlow({ flowId }: { flowId: string }) {
  const { user } = useMe()
  const { data: flow, error, refetch } = useQuery(flowSummaryQuery(flowId))
  const { role } = useWorkspace()
  const connected = useConnection(flowId, user, roleAllows(role, 'editor') ? 'edit' : 'read')
  if (error instanceof ApiError && error.status === 404) return <Refused refusal="notFound" />
  if (error && !flow) return <LoadError error={error} onRetry={() => void refetch()} />
  if (!flow || !connected) return <LoadingPage />
  return <Connected flowId={flowId} {...connected} />
}

function Connected(props: Parameters<typeof useEditor>[0] & { flowId: string }) {
  const { flowId, connection } = props
  const phase = useConnectionState(connection, (state) => state.phase)
  const refusal = useConnectionState(connection, (state) => state.refusal)
  if (refusal) return <Refused refusal={refusal} />
  if (phase === 'loading') return <LoadingPage />
  if (phase === 'unreachable') return <Unreachable />
  return <Opened {...props} flowId={flowId} connection={connection} />
}

function Opened(
  props: Parameters<typeof useEditor>[0] & { flowId: string; connection: DocumentConnection },
) {
  const editor = useEditor(props)
  if (!editor) return <LoadingPage />
  return (
    <FlowEditorContext value={editor}>
      <FlowStoreContext value={editor.flow}>
        <EditorScreen flowId={props.flowId} connection={props.connection} />
      </FlowStoreContext>
    </FlowEditorContext>
  )
}

/** It is tried on, and the flow takes the place of this as soon as it comes. */
const Unreachable = () => (
  <main aria-live="polite">
    <EmptyState
      icon={<CloudOff />}
      title={t('canvas.unreachable')}
      actions={
        <Button asChild>
          <Link to="/flows">{t('canvas.backToFlows')}</Link>
        </Button>
      }
    >
      {t('canvas.unreachableHelp')}
    </EmptyState>
  </main>
)

/** Why the flow is not here, and what to do about it. */
function Refused({ refusal }: { refusal: Refusal }) {
  const location = useLocation()
  const { icon, title, help } = REASONS[refusal]
  return (
    <main>
      <EmptyState
        icon={icon}
        title={t(title)}
        actions={
          refusal === 'signedOut' ? (
            <Button variant="primary" asChild>
              <Link to={loginPath(location) ?? '/login'}>{t('canvas.signIn')}</Link>
            </Button>
          ) : (
            <Button asChild>
              <Link to="/flows">{t('canvas.backToFlows')}</Link>
            </Button>
          )
        }
      >
        {t(help)}
      </EmptyState>
    </main>
  )
}

const REASONS = {
  signedOut: { icon: <LogIn />, title: 'canvas.signedOut', help: 'canvas.signedOutHelp' },
  forbidden: { icon: <LockKeyhole />, title: 'canvas.forbidden', help: 'canvas.forbiddenHelp' },
  notFound: { icon: <FolderX />, title: 'canvas.notFound', help: 'canvas.notFoundHelp' },
  tooLarge: { icon: <CircleSlash />, title: 'canvas.tooLarge', help: 'canvas.tooLargeHelp' },
} as const satisfies Readonly<Record<Refusal, { icon: ReactNode; title: string; help: string }>>
