"""The commands: one module each, loaded when it is called; `arguments` says what each one takes."""
