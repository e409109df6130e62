"""The practice student: a mailbox, a portal and a lesson for families who cannot sign in yet."""
