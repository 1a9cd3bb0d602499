"""What each desktop is told and asked."""
