import type { ContactDetailKind } from '../../shared/domain/clients.ts'

/** What a contact detail holds. */
export function contentOf(kind: ContactDetailKind): 'mobile' | 'landline' | 'email' {
  switch (kind) {
    case 'phone-mobile':
    case 'phone-mobile-private':
      return 'mobile'
    case 'phone-home':
    case 'phone-home-private':
      return 'landline'
    case 'email':
    case 'email-private':
      return 'email'
    default: {
      const never: never = kind
      return never
    }
  }
}
