import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { sourceFiles } from '../bin/test-run/source-files.ts'
import { textOf } from './written.ts'

const rules = sourceFiles(/^(domain|server)\/.+\.tsx?$/).filter(
  (file) => !/\.test\.tsx?$|\/testing\//.test(file),
)

describe('an exported function of domain/ and server/', () => {
  test('says in a doc comment what goes in, what comes out and what is refused', () => {
    expect(rules.flatMap((file) => withoutComment(file, textOf(file)))).toEqual([])
  })

  test.each([
    ['export function f() {}', ['f']],
    ['/** What. */\nexport async function f() {}', []],
    ['export const f = () => 1', ['f']],
    ['/** What. */\nexport const f = () => 1', []],
    ['export const f = 1\nfunction g() {}', []],
    ['// What.\nexport default function f() {}', ['f']],
  ])('is found where it is: %j', (text, names) => {
    expect(withoutComment('a.ts', text)).toEqual(names.map((name) => `a.ts: ${name}`))
  })
})

function withoutComment(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  return source.statements
    .filter(
      (statement) => isExported(statement) && ts.getJSDocCommentsAndTags(statement).length === 0,
    )
    .flatMap(functionNames)
    .map((name) => `${file}: ${name}`)
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  )
}

function functionNames(statement: ts.Statement): string[] {
  if (ts.isFunctionDeclaration(statement)) {
    // An overload's comment stands on the first of its signatures.
    return statement.body === undefined ? [] : [statement.name?.text ?? 'default']
  }
  if (!ts.isVariableStatement(statement)) return []
  return statement.declarationList.declarations
    .filter(({ initializer }) => initializer !== undefined && isFunction(initializer))
    .map(({ name }) => name.getText())
}

function isFunction(expression: ts.Expression): boolean {
  return ts.isArrowFunction(expression) || ts.isFunctionExpression(expression)
}
