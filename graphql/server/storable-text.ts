import { GraphQLError } from 'graphql'
import type { ASTVisitor, ValidationContext } from 'graphql'
import type { Plugin } from 'graphql-yoga'

// PostgreSQL stores neither the character NUL nor half of a surrogate pair; no keyboard makes them.
const UNSTORABLE = /\0|\p{Surrogate}/u

/** No input of ours nests half as deep; a walk without a bound is a stack overflow for the asking. */
const DEEPEST = 60

/**
 * Whether a text anywhere in the value can't be stored, or the value nests too deep to be meant. Asked before execution, or each would come
 * back as a bug of ours.
 */
export function isUnstorable(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return UNSTORABLE.test(value)
  // Bytes of a file hold anything and may be many.
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return false
  return depth === DEEPEST || Object.entries(value).some(([key, part]) => UNSTORABLE.test(key) || isUnstorable(part, depth + 1))
}

const refusal = () =>
  new GraphQLError('A text holds a character that cannot be stored (NUL or an unpaired surrogate), or the variables nest too deep.', {
    extensions: { code: 'TEXT_UNSTORABLE', http: { status: 400, spec: true } },
  })

function literalsRule(context: ValidationContext): ASTVisitor {
  return {
    StringValue: ({ value }) => {
      if (UNSTORABLE.test(value)) context.reportError(refusal())
    },
  }
}

/** Yoga plugin: refuses such texts in variables and in the document itself. */
export function storableText(): Plugin {
  return {
    onParams({ params, setResult }) {
      if (isUnstorable(params.variables)) setResult({ errors: [refusal()] })
    },
    onValidate: ({ addValidationRule }) => {
      addValidationRule(literalsRule)
    },
  }
}
