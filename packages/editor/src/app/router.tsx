import type { QueryClient } from '@tanstack/react-query'
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router'
import { askForDraft } from '../api/draftDocument.ts'
import { flowSummaryQuery } from '../api/flows.ts'
import { needTexts } from '../i18n/t.ts'
import { LoadingPage } from '../ui/LoadingPage.tsx'
import { ErrorPage, NotFoundPage } from './ErrorPage.tsx'

/** Every page is a download of its own, and so is the frame around those behind the login: the first one is quick. */
export const routesOf = (client: QueryClient): RouteObject[] => [
  {
    errorElement: <ErrorPage />,
    HydrateFallback: LoadingPage,
    children: [
      {
        path: 'login',
        lazy: async () => ({
          Component: (await import('../features/auth/LoginPage.tsx')).LoginPage,
        }),
      },
      {
        path: 'sign-up',
        lazy: async () => ({
          Component: (await import('../features/auth/SignUpPage.tsx')).SignUpPage,
        }),
      },
      {
        path: 'forgot-password',
        lazy: async () => ({
          Component: (await import('../features/auth/ForgotPasswordPage.tsx')).ForgotPasswordPage,
        }),
      },
      {
        path: 'reset-password',
        lazy: async () => ({
          Component: (await import('../features/auth/ResetPasswordPage.tsx')).ResetPasswordPage,
        }),
      },
      {
        path: 'invitation',
        lazy: async () => ({
          Component: (await import('../features/auth/InvitationPage.tsx')).InvitationPage,
        }),
      },
      {
        lazy: async () => ({ Component: (await import('./AuthGate.tsx')).AuthGate }),
        children: [
          { index: true, element: <Navigate to="/flows" replace /> },
          {
            // The canvas has the screen to itself.
            path: 'flows/:flowId',
            errorElement: <ErrorPage />,
            // Not awaited: the flow and the program that draws it are under way at the same time.
            loader: ({ params: { flowId = '' } }) => {
              askForDraft(flowId)
              void client.prefetchQuery(flowSummaryQuery(flowId))
              return null
            },
            shouldRevalidate: ({ currentParams, nextParams }) =>
              currentParams['flowId'] !== nextParams['flowId'],
            lazy: async () => {
              const [{ FlowEditorPage }] = await Promise.all([
                import('../features/flowEditor/FlowEditorPage.tsx'),
                needTexts('canvas'),
              ])
              return { Component: FlowEditorPage }
            },
          },
          {
            lazy: async () => ({ Component: (await import('./Shell.tsx')).Shell }),
            children: [
              {
                errorElement: <ErrorPage />,
                children: [
                  {
                    path: 'flows',
                    lazy: async () => ({
                      Component: (await import('../features/flows/FlowsPage.tsx')).FlowsPage,
                    }),
                  },
                  {
                    path: 'inbox/:conversationId?',
                    lazy: async () => ({
                      Component: (await import('../features/inbox/InboxPage.tsx')).InboxPage,
                    }),
                  },
                  {
                    path: 'numbers',
                    lazy: async () => ({
                      Component: (await import('../features/numbers/NumbersPage.tsx')).NumbersPage,
                    }),
                  },
                  {
                    path: 'contacts',
                    lazy: async () => ({
                      Component: (await import('../features/contacts/ContactsPage.tsx'))
                        .ContactsPage,
                    }),
                  },
                  {
                    path: 'templates',
                    lazy: async () => {
                      const [{ TemplatesPage }] = await Promise.all([
                        import('../features/templates/TemplatesPage.tsx'),
                        needTexts('developers'),
                      ])
                      return { Component: TemplatesPage }
                    },
                  },
                  {
                    path: 'templates/:templateId',
                    lazy: async () => {
                      const [{ TemplatePage }] = await Promise.all([
                        import('../features/templates/TemplatePage.tsx'),
                        needTexts('developers'),
                      ])
                      return { Component: TemplatePage }
                    },
                  },
                  { path: 'developers', element: <Navigate to="/developers/api" replace /> },
                  {
                    path: 'developers/:section/:webhookId?',
                    lazy: async () => {
                      const [{ DevelopersPage }] = await Promise.all([
                        import('../features/developers/DevelopersPage.tsx'),
                        needTexts('developers'),
                      ])
                      return { Component: DevelopersPage }
                    },
                  },
                  { path: 'settings', element: <Navigate to="/settings/profile" replace /> },
                  {
                    path: 'settings/:section',
                    lazy: async () => {
                      const [{ SettingsPage }] = await Promise.all([
                        import('../features/settings/SettingsPage.tsx'),
                        needTexts('developers'),
                      ])
                      return { Component: SettingsPage }
                    },
                  },
                  { path: '*', element: <NotFoundPage /> },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
]

export const createRouter = (client: QueryClient) => createBrowserRouter(routesOf(client))
