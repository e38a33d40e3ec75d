"""Live workshops: activities, agendas, the session and its pages."""
