/** The addresses of the demo's portal page, and what guards them: a known portal, the visitor's own form, a living session. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { changeAbsence, createAbsence, showAbsence, showAbsences, showNewAbsence, withdrawAbsence } from './portal-absences.ts'
import {
  addColleague,
  changeColleague,
  setProjects,
  setSwitches,
  setVisitMails,
  showColleague,
  showNewColleague,
  showOrganisation,
  showOwnContact,
  wipeFactor,
} from './portal-colleagues.ts'
import {
  addDetail,
  addPerson,
  changeDetail,
  changePerson,
  removeDetail,
  removePerson,
  showDetail,
  showDetails,
  showNewDetail,
  showNewPerson,
  showPerson,
  showPersons,
} from './portal-contacts.ts'
import { enrolAuthenticator, showAuthenticator, showEnrol, showQr, verifyAuthenticator } from './portal-factor.ts'
import {
  choosePassword,
  forgot,
  login,
  logout,
  resendCode,
  reset,
  showDevice,
  showForgot,
  showLogin,
  showPassword,
  showReset,
  useTrustedDevice,
  verifyDevice,
} from './portal-login.ts'
import { chooseMembership, showMemberships, showOwnMemberships, switchMembership } from './portal-membership.ts'
import {
  changeMessage,
  changeSignal,
  createMessage,
  createSignal,
  removeMessage,
  removeSignal,
  showMessageForm,
  showMessages,
  showNewMessage,
  showNewSignal,
  showSignalForm,
  showSignals,
  showTeam,
} from './portal-messages.ts'
import { acceptInvitation, declineInvitation, readNotification, showNotifications } from './portal-notifications.ts'
import { changePassword, showChangePassword, showHome } from './portal-own.ts'
import { isDemoPortal, type PortalGround, PortalPage, PortalRefused, SessionOver } from './portal-page.ts'
import {
  addAppointment,
  changeAppointment,
  removeAppointment,
  showAppointment,
  showNewAppointment,
  showPlanning,
} from './portal-planning.ts'
import { confirmAddress, showAddressCode, showAddressForm, showProfile, startAddress } from './portal-profile.ts'
import {
  changeQuestion,
  createQuestion,
  readAnswer,
  removeQuestion,
  showNewQuestion,
  showProject,
  showProjects,
  showQuestionForm,
  showQuestions,
} from './portal-projects.ts'
import {
  changeRequest,
  createRequest,
  removeRequest,
  showNewRequest,
  showRequest,
  showRequestForm,
  showRequests,
} from './portal-requests.ts'
import { confirmFactor, showNewFactor, showNewFactorQr, showSecurity, startFactor } from './portal-security.ts'
import { addUser, matchUser, removeUser, resendInvitation, setUserRights, showNewUser, showUsers } from './portal-users.ts'
import { renderView } from './views.ts'
import { formIsTheirs } from './visitors.ts'
import { words } from './words.ts'

type Answer = (page: PortalPage) => Promise<FastifyReply>

const GET: Readonly<Record<string, Answer>> = {
  '': showHome,
  '/login': showLogin,
  '/device': showDevice,
  '/membership': showMemberships,
  '/authenticator': showAuthenticator,
  '/authenticator/new': showEnrol,
  '/authenticator/new/qr.svg': showQr,
  '/password': showPassword,
  '/forgot': showForgot,
  // The address that stands in the recovery mail.
  '/wachtwoord-herstellen': showReset,
  '/planning': showPlanning,
  '/appointments/new': showNewAppointment,
  '/appointments/:id': showAppointment,
  '/team': showTeam,
  '/messages': showMessages,
  '/messages/new': showNewMessage,
  '/messages/:id/change': showMessageForm,
  '/signals': showSignals,
  '/signals/new': showNewSignal,
  '/signals/:id/change': showSignalForm,
  '/details': showDetails,
  '/details/new': showNewDetail,
  '/details/:id': showDetail,
  '/persons': showPersons,
  '/persons/new': showNewPerson,
  '/persons/:id': showPerson,
  '/memberships': showOwnMemberships,
  '/security': showSecurity,
  '/security/new': showNewFactor,
  '/security/new/qr.svg': showNewFactorQr,
  '/profile': showProfile,
  '/profile/code': showAddressCode,
  '/profile/:id': showAddressForm,
  '/change-password': showChangePassword,
  '/absences': showAbsences,
  '/absences/new': showNewAbsence,
  '/absences/:id': showAbsence,
  '/requests': showRequests,
  '/requests/new': showNewRequest,
  '/requests/:id': showRequest,
  '/requests/:id/change': showRequestForm,
  '/notifications': showNotifications,
  '/users': showUsers,
  '/users/new': showNewUser,
  '/colleagues/new': showNewColleague,
  '/colleagues/:id': showColleague,
  '/organisation': showOrganisation,
  '/own-contact': showOwnContact,
  '/projects': showProjects,
  '/projects/:id': showProject,
  '/questions': showQuestions,
  '/questions/new': showNewQuestion,
  '/questions/:id/change': showQuestionForm,
}

const POST: Readonly<Record<string, Answer>> = {
  '/login': login,
  '/device': verifyDevice,
  '/device/resend': resendCode,
  '/membership': chooseMembership,
  '/authenticator': verifyAuthenticator,
  '/authenticator/new': enrolAuthenticator,
  '/password': choosePassword,
  '/forgot': forgot,
  '/wachtwoord-herstellen': reset,
  '/logout': logout,
  '/trusted-device': useTrustedDevice,
  '/memberships': switchMembership,
  '/security': startFactor,
  '/security/new': confirmFactor,
  '/profile/code': confirmAddress,
  '/profile/:id': startAddress,
  '/change-password': changePassword,
  '/details': addDetail,
  '/details/:id': changeDetail,
  '/details/:id/remove': removeDetail,
  '/persons': addPerson,
  '/persons/:id': changePerson,
  '/persons/:id/remove': removePerson,
  '/absences': createAbsence,
  '/absences/:id': changeAbsence,
  '/absences/:id/withdraw': withdrawAbsence,
  '/appointments': addAppointment,
  '/appointments/:id': changeAppointment,
  '/appointments/:id/remove': removeAppointment,
  '/messages': createMessage,
  '/messages/:id': changeMessage,
  '/messages/:id/remove': removeMessage,
  '/signals': createSignal,
  '/signals/:id': changeSignal,
  '/signals/:id/remove': removeSignal,
  '/requests': createRequest,
  '/requests/:id': changeRequest,
  '/requests/:id/remove': removeRequest,
  '/notifications/:id/read': readNotification,
  '/invitation/accept': acceptInvitation,
  '/invitation/decline': declineInvitation,
  '/users/match': matchUser,
  '/users': addUser,
  '/users/:id/rights': setUserRights,
  '/users/:id/invitation': resendInvitation,
  '/users/:id/remove': removeUser,
  '/colleagues': addColleague,
  '/colleagues/:id': changeColleague,
  '/colleagues/:id/switches': setSwitches,
  '/colleagues/:id/projects': setProjects,
  '/colleagues/:id/wipe': wipeFactor,
  '/own-contact': setVisitMails,
  '/questions': createQuestion,
  '/questions/:id': changeQuestion,
  '/questions/:id/remove': removeQuestion,
  '/questions/:id/read': readAnswer,
}

function message(page: PortalPage, status: number, heading: string): FastifyReply {
  const data = { lang: page.visitor.lang, path: page.to(), heading }
  return page.reply.code(status).type('text/html; charset=utf-8').send(renderView('message', data))
}

/** The server's own 404 speaks JSON, to programs; these pages speak to people. */
export function notFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const lang = request.visitor?.lang ?? 'nl'
  const data = { lang, path: '/demo', heading: words.notFound[lang] }
  return reply.code(404).type('text/html; charset=utf-8').send(renderView('message', data))
}

async function answered(page: PortalPage, answer: Answer): Promise<FastifyReply> {
  try {
    return await answer(page)
  } catch (error) {
    if (error instanceof SessionOver) {
      page.visit.said = { text: page.word('sessionEnded'), kind: 'problem' }
      return page.go('/login')
    }
    if (error instanceof PortalRefused) return message(page, error.problem.status, error.problem.title)
    throw error
  }
}

export async function portalPages(app: FastifyInstance, ground: PortalGround): Promise<void> {
  const pageOf = (request: FastifyRequest, reply: FastifyReply): PortalPage | null => {
    const { provider } = request.params as { provider?: unknown }
    if (!isDemoPortal(provider) || !request.visitor) return null
    return new PortalPage(ground, request, reply, request.visitor, provider)
  }
  for (const [path, answer] of Object.entries(GET)) {
    app.get(`/demo/portal/:provider${path}`, async (request, reply) => {
      const page = pageOf(request, reply)
      return page ? answered(page, answer) : notFound(request, reply)
    })
  }
  for (const [path, answer] of Object.entries(POST)) {
    app.post(`/demo/portal/:provider${path}`, async (request, reply) => {
      const page = pageOf(request, reply)
      if (!page) return notFound(request, reply)
      if (!formIsTheirs(page.visitor, page.form['csrf'])) return message(page, 403, words.formOld[page.visitor.lang])
      return answered(page, answer)
    })
  }
}
