"""The pages of the practice student: a mailbox, grades, a letter to a teacher."""
