export type Clipboard = {
  /** False when the system refused; show the text for copying by hand then. */
  copy: (text: string) => Promise<boolean>
  /** What is on the clipboard, or '' when there is nothing or reading it was refused. */
  read: () => Promise<string>
}
