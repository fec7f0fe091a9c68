/** Sets the cursor into the field with this test id once the page stands. */
export type UseFirstFocus = (testId: string) => void
