"""The questionnaire on paper: the same questions, numbered, with what each answer alone asks for."""
